"""Pairs of questions written for this project, by what they show."""

DIFFERENT = """
What is L1 regularization? | What is L2 regularization?
Explain precision. | Explain recall.
What is the role of the encoder in a transformer? | What is the role of the decoder in a transformer?
How do you increase the learning rate? | How do you decrease the learning rate?
What is overfitting? | What is underfitting?
What is a left join? | What is a right join?
What is symmetric encryption? | What is asymmetric encryption?
What is a WeakMap? | What is a WeakSet?
What is useEffect? | What is useMemo?
What is the difference between TCP and UDP? | What is TCP?
What is the difference between HashMap and Hashtable? | What is the difference between HashMap and TreeMap?
What are the new features in React 18? | What are the new features in React 19?
What are the advantages of microservices? | What are the disadvantages of microservices?
How do you start a Docker container? | How do you stop a Docker container?
Explain the Adapter design pattern in Java | Explain the Strategy design pattern in Java
Explain Type I error. | Explain Type II error.
How does == work in JavaScript? | How does === work in JavaScript?
What is Redux? | What is Redux Saga?
What is recursion? | What is tail recursion?
How do you list all pods? | How do you list all nodes?
When do you choose SQL over NoSQL? | When do you choose NoSQL over SQL?
How do you convert a string to a number? | How do you convert a number to a string?
What is a closure in Swift? | What is a closure in Rust?
What are linked components? | What are linked forms?
What is a tuple? | What is the difference between a list and a tuple?
What is the purpose of the break statement? | What is the purpose of the continue statement?
Why should you use global variables? | Why should you not use global variables?
Who is this project for? | What is this project about?
What does the following code print? | What will be printed by the following code?
What is wrong with this query? | Explain what is wrong with that query.
What is "done" in Scrum? | What is Scrum?
How do you flatten a queue of tuples? | How do you flatten a tuple of queues?
What is memory allocation? | What is memory allocation with arenas?
How do you get the owner of a pool? | How do you create a pool with an owner?
What is a broker? | What is a broker list?
What are routes? | What is a route key?
What are the components of Nomad? | What are the principles of Nomad?
What are the components of a compiler? | What are the phases of a compiler?
How do you wrap a stream? | How do you wrap a stream in another stream?
What is Lua? | What is `and` in Lua?
What is Swift? | What is in in Swift?
What is SQL? | What does IN do in SQL?
What is Go? | What does <- do in Go?
What does Iterator all do? | What does Iterator any do?
What is a many-to-many mapping? | What is a many-to-one mapping?
What is print in PHP? | What is print_r in PHP?
What is the do-while loop? | What is the while loop?
What is .NET? | What is a net?
How do you copy a list into a stream? | How do you copy a stream into a list?
When do you need a view and not a table? | When do you need a table and not a view?
How do you pass a key to a store? | How do you pass a value to a key?
How do you test an API client? | How do you document an API client?
What is blue-green deployment? How does it work? | What is canary deployment? How does it work?
Suppose you have a cluster of forty nodes. How do you balance its load? | What is a cluster?
How do you rename an existing index? | How do you rename an existing view?
Describe the pod named web. | Delete the pod named web.
How is it done with Flask? | What is Flask?
How do you implement it in Flask? | How would you implement them in Flask?
How do you scale a cluster? | How do you drain a cluster?
What is a guard? | What is a guard pattern?
How do you archive a mailbox? | How do you archive the letters of a mailbox?
How do you rename a view? | How do you rename the columns of the view?
What is a channel? | Explain what a channel operator is.
How do you reset a draft and keep its notes? | How do you reset a draft and discard its notes?
How do you grant a role to a user? | How do you revoke a role from a user?
How do you hide a column of the report? | How do you show a column of the report?
How do you upgrade a cluster without downtime? | How do you downgrade a cluster without downtime?
Why would you pick in Elm a record and not a tuple? | Why would you pick in Elm a tuple and not a record?
What should be in a changelog? | What is a changelog?
"""

ALIKE = """
Explain the purpose of dropout regularization in neural networks. | What is the role of dropout layers in preventing overfitting?
What is overfitting, and how can it be prevented? | What are some common techniques for reducing model overfitting?
What is a CNN? | Explain convolutional neural networks.
What is cross validation? | Explain the concept of cross-validation and its importance.
How do you handle missing data? | What are the ways to deal with missing values in data?
What is the difference between a process and a thread? | Process vs thread
What is batch normalization? | Why do we use batch normalization?
What is a closure in JavaScript? | Explain closures.
What is stochastic gradient descent (SGD)? | Explain how SGD works.
What is Docker? | Can you explain what Docker is?
What are hyper-parameters? | Explain hyperparameters in a model.
How would you initialize weights? | Explain weight initialization.
What is k-means clustering? | How does the k-means algorithm work?
How do I delete a pod? | How to remove a pod?
Difference between var, let and const | What are the differences between let, var and const?
What is a process? | Explain what a process is.
What is the Visitor pattern? | Explain the Visitor design pattern.
What is the difference between a list and a tuple? | How do lists differ from tuples?
What is list comprehension? | Explain list comprehensions.
What is sharding? | What is sharding, and why is it used?
What is a semaphore? How does it differ from a mutex? | Explain semaphores.
What is a decorator? | Explain a decorator in plain English.
What is a life cycle hook? | Explain lifecycle hooks.
What is the shuffle method? | Explain the shuffle method.
Why is ReLU used? | What is the purpose of the ReLU activation function?
"""  # noqa: E501

ALIKE_ELSEWHERE = """
什么是卷积神经网络？ | 请解释一下卷积神经网络
プロセスとは何ですか？ | プロセスについて説明してください
미들웨어란 무엇인가요? | 미들웨어에 대해 설명해주세요
¿Qué es una clausura? | Explica la clausura
¿Qué es la memoización? | Explique el concepto de memoización
¿Qué es un semáforo? | ¿Qué se entiende por semáforo?
Что такое замыкание? | Объясните, что такое замыкание
Что такое мемоизация? | Дайте определение мемоизации
Какие преимущества у кэширования? | Назовите преимущества кэширования
Was ist ein Semaphor? | Erkläre den Begriff Semaphor
Was ist ein Fremdschlüssel? | Was versteht man unter einem Foreign Key?
Welche Vorteile hat Sharding? | Nennen Sie die Vorteile von Sharding
O que é um semáforo? | Explique o conceito de semáforo
Qu'est-ce qu'un sémaphore ? | Définissez la notion de sémaphore
Qu'est-ce que la mémoïsation ? | En quoi consiste la mémoïsation ?
Che cos'è la memoizzazione? | Spiega il concetto di memoizzazione
Semafor nedir? | Semafor kavramını açıklayınız
मेमोइज़ेशन क्या है? | मेमोइज़ेशन को समझाइए
"""

DIFFERENT_ELSEWHERE = """
监督学习的优点 | 监督学习的缺点
¿Qué es una pila? | ¿Qué es una cola?
Что такое стек? | Что такое очередь?
Vad är en stack? | Vad är en kö?
Когда стоит использовать кэш? | Когда не стоит использовать кэш?
¿Cuándo se debe usar un semáforo? | ¿Cuándo no se debe usar un semáforo?
Wie wandelt man einen Baum in eine Liste um? | Wie wandelt man eine Liste in einen Baum um?
Wie startet man den Dienst mit Protokoll? | Wie startet man den Dienst ohne Protokoll?
Quelles sont les causes de la panne ? | Quelles sont les conséquences de la panne ?
Como copiar uma tabela para uma visão? | Como copiar uma visão para uma tabela?
Şekerli kahve nedir? | Şekersiz kahve nedir?
Veri buluttan diske nasıl taşınır? | Veri diskten buluta nasıl taşınır?
クラウドからディスクに移す方法は？ | ディスクからクラウドに移す方法は？
Wann sollte man Trigger verwenden? | Wann sollte man Trigger vermeiden?
Was ist Docker? | ¿Qué es Docker?
¿Cuándo conviene usar un árbol y no una lista? | ¿Cuándo conviene usar una lista y no un árbol?
¿Cuándo se usa una clase en vez de una función? | ¿Cuándo se usa una función en vez de una clase?
Wann nimmt man in Elm eine Liste und kein Tupel? | Wann nimmt man in Elm ein Tupel und keine Liste?
Wann nimmt man einen Baum statt einer Liste? | Wann nimmt man eine Liste statt eines Baums?
Когда использовать кортеж, а не список? | Когда использовать список, а не кортеж?
Quand utiliser un arbre au lieu d'une liste ? | Quand utiliser une liste au lieu d'un arbre ?
Quand utiliser un arbre et non une liste ? | Quand utiliser une liste et non un arbre ?
Quando usar uma fila e não uma lista? | Quando usar uma lista e não uma fila?
Quando si usa una coda e non una lista? | Quando si usa una lista e non una coda?
Wie setzt man den Entwurf zurück und behält die Notizen? | Wie setzt man den Entwurf zurück und verwirft die Notizen?
¿Cómo cerrar el borrador y conservar las notas? | ¿Cómo cerrar el borrador y descartar las notas?
Как закрыть черновик и сохранить заметки? | Как закрыть черновик и отбросить заметки?
Comment fermer le brouillon et garder les notes ? | Comment fermer le brouillon et abandonner les notes ?
Como fechar o rascunho e manter as notas? | Como fechar o rascunho e descartar as notas?
Come chiudere la bozza e mantenere le note? | Come chiudere la bozza e scartare le note?
Was darf in den Keller? | Was ist ein Keller?
"""


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    rows = (line.partition(" | ") for line in text.strip().splitlines())
    return [(first.strip(), second.strip()) for first, _, second in rows]
