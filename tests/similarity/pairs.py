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
What is incident management? | Can you describe the responsibilities of an incident manager?
What is governance of pools? | Have you been involved with the governance of pools? What was your role?
Write a function that returns the mean of the elements | Write a function that returns the median of the elements
Set of Integers | Integer
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
How do you create a chart? | How do you create a chart based on data?
How do you sort a list? | How do you sort a list based on length?
How do you stop Docker? | How do you stop a container?
How does Docker work with volumes? | How does a container work with volumes?
What is a loss function? | What is the difference between a loss function and a cost function?
What is a cost function? | What is an activation function?
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
What is a container volume? | What is a Docker volume?
How do you choose a cost function? | How do you choose a loss function?
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

ALIKE_BY_TABLES = """
Wie legt man einen Zähler an? | Wie kann man einen Zähler erstellen?
Wie setzt man einen Zähler zurück? | Auf welche Weise kann man einen Zähler zurücksetzen?
Wie heißt der Vorgänger von Kotlin? | Nennen Sie den Vorgänger von Kotlin
Was ist Memoisierung in der Programmierung? | Erklären Sie Memoisierung
¿Para qué sirve un mutex? | ¿Cuál es la función de un mutex?
¿En qué año se botó el Vasa? | ¿Cuándo se botó el Vasa?
¿Cada cuánto se afina un violín? | ¿Con qué frecuencia se afina un violín?
¿Qué hago para afinar un violín? | ¿De qué manera se afina un violín?
Кто написал «Обломова»? | Назовите автора «Обломова»
Для чего нужен мьютекс? | Зачем используют мьютекс?
Сколько времени настраивают скрипку? | Как долго настраивают скрипку?
À quoi sert un sémaphore ? | Quel est le rôle d'un sémaphore ?
En quelle année le Vasa a-t-il coulé ? | Quand le Vasa a-t-il coulé ?
Em que ano afundou o Vasa? | Quando afundou o Vasa?
Para que serve um mutex? | Qual é a função de um mutex?
Mutex ne işe yarar? | Mutex'in görevi nedir?
Keman nasıl akort edilir? | Keman akort etmek için ne yapmalıyım?
म्यूटेक्स किसलिए होता है? | म्यूटेक्स का उद्देश्य क्या है?
वासा जहाज किस वर्ष डूबा? | वासा जहाज कब डूबा?
ヴァーサ号はいつ沈みましたか？ | ヴァーサ号が沈んだのは何年ですか？
Rust における所有権とは何ですか？ | 所有権について説明してください
データベースのデッドロックとは何ですか？ | デッドロックを説明せよ
파이썬에서 데코레이터란 무엇인가요? | 데코레이터에 대해 설명해 주세요
뮤텍스의 역할은 무엇인가요? | 뮤텍스는 왜 쓰나요?
Rust 中的所有权是什么？ | 什么是所有权？
互斥锁有什么作用？ | 为什么要用互斥锁？
Was ist ein Semaphor, und wozu dient es? | Was ist ein Semaphor?
Was ist ein Semaphor? Wie unterscheidet es sich von einem Mutex? | Erkläre den Begriff Semaphor
¿Qué es un semáforo y para qué sirve? | ¿Qué es un semáforo?
¿Qué es una clausura? ¿Cuándo se usa? | Explica el concepto de clausura
Что такое замыкание и зачем оно нужно? | Что такое замыкание?
Что такое замыкание? Чем оно отличается от функции? | Объясните, что такое замыкание
Qu'est-ce qu'un sémaphore, et quand l'utilise-t-on ? | Qu'est-ce qu'un sémaphore ?
O que é um semáforo e para que serve? | O que é um semáforo?
Semafor nedir ve ne işe yarar? | Semafor nedir?
什么是信号量？它和互斥锁有什么区别？ | 什么是信号量？
セマフォとは何ですか？ミューテックスとの違いは？ | セマフォとは何ですか？
세마포어란 무엇인가요? 뮤텍스와의 차이는? | 세마포어란 무엇인가요?
¿Cómo se afina una guitarra? | ¿De qué manera puedo afinar la guitarra en casa?
¿Por qué se oxida el hierro? | ¿A qué se debe la oxidación del hierro?
Wie stimmt man eine Gitarre? | Auf welche Weise lässt sich eine Gitarre stimmen?
Wann wurde der Eiffelturm eröffnet? | In welchem Jahr fand die Eröffnung des Eiffelturms statt?
Когда открыли Эйфелеву башню? | В каком году состоялось открытие Эйфелевой башни?
Что такое фотосинтез? | Объясните, в чём заключается фотосинтез
Como afinar um violão? | De que forma se afina o violão?
O que é fotossíntese? | Explique em que consiste a fotossíntese
Comment accorder une guitare ? | De quelle manière accorde-t-on une guitare ?
Pourquoi le fer rouille-t-il ? | Pour quelle raison la rouille apparaît-elle sur le fer ?
Quand la tour Eiffel a-t-elle été inaugurée ? | En quelle année a eu lieu l'inauguration de la tour Eiffel ?
Qu'est-ce que la photosynthèse ? | Définissez la notion de photosynthèse
怎样给吉他调音？ | 吉他调音的方法是什么？
铁为什么会生锈？ | 铁生锈的原因是什么？
什么是光合作用？ | 请解释光合作用的概念
ギターのチューニングはどうやりますか？ | ギターをチューニングする方法を教えてください
鉄はなぜ錆びるのですか？ | 鉄が錆びる理由を説明してください
エッフェル塔が完成したのはいつですか？ | エッフェル塔は何年に完成しましたか？
光合成とは何ですか？ | 光合成について説明せよ
기타 조율은 어떻게 하나요? | 기타를 조율하는 방법을 알려주세요
철은 왜 녹스나요? | 철이 녹스는 이유는 무엇인가요?
에펠탑은 언제 완공되었나요? | 에펠탑이 완공된 연도는?
광합성이란 무엇인가요? | 광합성에 대해 설명하시오
Gitar nasıl akort edilir? | Gitarı akort etmenin yolu nedir?
Demir neden paslanır? | Demirin paslanma sebebi nedir?
Eyfel Kulesi ne zaman açıldı? | Eyfel Kulesi hangi yıl açılmıştır?
Fotosentez nedir? | Fotosentez kavramını açıklayınız
गिटार को कैसे ट्यून करें? | गिटार ट्यून करने का तरीका बताइए
लोहे में जंग क्यों लगती है? | लोहे पर जंग लगने का कारण क्या है?
एफिल टावर कब बना? | एफिल टावर का निर्माण किस वर्ष हुआ?
प्रकाश संश्लेषण क्या है? | प्रकाश संश्लेषण को समझाइए
Welche Rolle spielt ein Index in einer Datenbank? | Welche Rolle spielt in einer Datenbank ein Index?
Was ist der Unterschied zwischen Liste und Tupel? | Was ist der Unterschied zwischen Tupel und Liste?
¿Qué diferencia hay entre una cola y una pila? | ¿Qué diferencia hay entre una pila y una cola?
¿Qué función cumple la mitocondria en la célula? | ¿Qué función cumple en la célula la mitocondria?
Quel est le rôle du DNS dans Internet ? | Dans Internet, quel est le rôle du DNS ?
Qual é a função do índice no banco de dados? | No banco de dados, qual é a função do índice?
Какую роль играет индекс в базе данных? | Какую роль в базе данных играет индекс?
Как преобразовать строку в число? | Как строку преобразовать в число?
什么是线程池？ | 线程池是什么？
进程和线程有什么区别？ | 线程和进程有什么区别？
数组与链表之间是什么关系？ | 链表与数组之间是什么关系？
如何反转一个链表？ | 一个链表如何反转？
プロセスとスレッドの違いは何ですか？ | スレッドとプロセスの違いは何ですか？
프로세스와 스레드의 차이점은 무엇인가요? | 스레드와 프로세스의 차이점은 무엇인가요?
문자열을 숫자로 변환하는 방법은? | 숫자로 문자열을 변환하는 방법은?
Süreç ile iş parçacığı arasındaki fark nedir? | İş parçacığı ile süreç arasındaki fark nedir?
सूची और टपल में क्या अंतर है? | टपल और सूची में क्या अंतर है?
Was sind die Merkmale von Mikrodiensten? | Welche Eigenschaften haben Mikrodienste?
微服务有什么特点？ | 微服务的特点有哪些？
Какие особенности у микросервисов? | Назовите особенности микросервисов.
¿Cuáles son las características de los microservicios? | Enumere las características de los microservicios
What are the characteristics of microservices? | List the characteristics of microservices
What is an add-on module? | Explain add-on modules
What is a step-up transformer? | Explain step-up transformers
What is a coloured border? | Explain a colored border
What is a sense of humour test? | Describe a sense of humor test
What are the four pillars of clean code? | Name the pillars of clean code
What are the drawbacks of polling? | Give at least two disadvantages of polling
What is memoization? | Write a short note on memoization
What is memoization? | Explain memoization with a code example
What is memoization? | Explain memoization to a junior developer
What is CBOR and its common operations? | What is CBOR?
What is the difference between push and unshift methods? | What is the difference between push and unshift?
What is strict mode in JavaScript? | What is strict mode? What does it forbid?
What is the difference between the lock and unlock operators? | How does lock differ from unlock?
What is a man in the middle attack? | Explain man-in-the-middle attacks
How does Node schedule timers? | How does Node.js schedule timers?
How do you mount a disk into another? | Explain how to mount a disk into another one
What does `find()` return? | What does find return?
驾照丢了怎么补办？ | 遗失驾照后如何办理补领？
富士山は何年に噴火しましたか？ | 富士山が最後に噴火したのはいつ？
形容詞とはどのような品詞ですか？ | 形容詞について説明せよ
정상 맥박 수치는 얼마인가요? | 맥박이 어느 정도면 정상인가요?
Как настроить скрипку? | Каким образом настраивают скрипку?
Как резать стекло? | Каким образом нарезают стекло?
¿Cómo duermo mejor? | ¿Cómo dormir mejor?
Wie wirft man einen Speer? | Wie kann man einen Speer werfen?
Wie bricht man einen Stein? | Wie kann man einen Stein brechen?
Was ist eine Closure? | Erkläre eine Closure mit einem Beispiel.
Was sind die Vorteile von Caching? | Nenne drei Vorteile von Caching.
¿Qué es una clausura? | Explica qué es una clausura con un ejemplo.
¿Cuáles son las ventajas de la caché? | Nombra al menos dos ventajas de la caché.
Quais são as vantagens do cache? | Cite três vantagens do cache.
Qu'est-ce qu'une fermeture ? | Expliquez à l'aide d'un exemple ce qu'est une fermeture.
Quels sont les avantages du cache ? | Citez au moins deux avantages du cache.
Что такое замыкание? | Объясните замыкание на примере.
Какие преимущества у кэширования? | Назовите три преимущества кэширования.
Closure nedir? | Closure kavramını tek cümleyle açıklayın.
Closure nedir? | Closure'ı basit bir dille açıklayın.
Önbelleğin avantajları nelerdir? | Önbelleğin en az iki avantajını yazınız.
कैशिंग के क्या लाभ हैं? | कैशिंग के तीन लाभ बताइए।
什么是闭包？ | 请简要解释闭包。
什么是闭包？ | 请用自己的话解释闭包。
缓存有哪些优点？ | 请列举缓存的三个优点。
クロージャとは何ですか？ | クロージャを一文で説明してください。
クロージャとは何ですか？ | クロージャを自分の言葉で説明してください。
キャッシュの利点は何ですか？ | キャッシュの利点を三つ挙げてください。
클로저란 무엇인가요? | 클로저를 한 문장으로 설명해 주세요.
클로저란 무엇인가요? | 클로저를 자신의 말로 설명해 주세요.
캐시의 장점은 무엇인가요? | 캐시의 장점 세 가지를 말해 주세요.
Welche Ursachen hat Heiserkeit? | Wodurch kommt es zu Heiserkeit?
Wann wendet man die Produktregel an? | In welchen Fällen kommt die Produktregel zum Einsatz?
Wie führt man eine Dichtheitsprüfung durch? | Beschreiben Sie die Durchführung einer Dichtheitsprüfung.
Was spricht für Mietautos? | Nennen Sie drei Vorteile von Mietautos.
¿Cómo se lija un tablón? | ¿Qué procedimiento se sigue para lijar un tablón?
¿Cuáles son las causas de la ronquera? | ¿A qué se debe la ronquera?
¿Cómo funciona la memoización? | Explica el funcionamiento de la memoización.
¿Cuál es el objetivo de la memoización? | ¿Para qué sirve la memoización?
Из-за чего возникает хрипота? | Назовите причины хрипоты.
Из чего состоит телескоп? | Из каких частей состоит телескоп?
К чему приводит бессонница? | Каковы последствия бессонницы?
Como lixar uma tábua? | Qual é o passo a passo para lixar uma tábua?
O que provoca a rouquidão? | Quais são as causas da rouquidão?
Qual é a função do diafragma? | Para que serve o diafragma?
D'où vient l'enrouement ? | Quelles sont les causes de l'enrouement ?
Comment se déroule une vidange ? | Décrivez le déroulement d'une vidange.
À quoi sert le diaphragme ? | Quel est le rôle du diaphragme ?
望远镜由哪些部分组成？ | 望远镜的构造是怎样的？
什么时候使用乘法公式？ | 乘法公式适用于哪些情况？
熬夜有什么危害？ | 熬夜会造成哪些不良影响？
星云有哪些种类？ | 星云可以分为哪几类？
望遠鏡の使い方を教えてください。 | 望遠鏡はどのように使用しますか？
暗喩の例を挙げてください。 | 暗喩の具体例を一つ示してください。
顕微鏡は何から構成されますか？ | 顕微鏡の構造を説明してください。
목재를 어떻게 대패질하나요? | 목재를 대패질하는 순서를 알려주세요.
망원경은 어떻게 사용하나요? | 망원경 사용법을 알려주세요.
직유의 예를 드시오. | 직유의 예시를 하나 제시하시오.
Teleskop hangi kısımlardan oluşur? | Teleskobun parçaları nelerdir?
Benzetmeye bir örnek veriniz. | Benzetme örneği yazınız.
Türev kuralı ne zaman kullanılır? | Türev kuralı hangi durumlarda uygulanır?
दूरबीन किस काम आती है? | दूरबीन का क्या कार्य है?
गणक कैसे काम करता है? | गणक की कार्यप्रणाली समझाइए।
"""
"""Pairs for what the tables of the languages say. Coefficients are not fitted on them, unlike on those above."""

DIFFERENT_BY_TABLES = """
¿Cómo se afina una guitarra? | ¿Qué cuerdas lleva una guitarra flamenca?
¿Cuándo se inauguró la torre Eiffel? | ¿Qué altura alcanza la torre Eiffel con su antena?
¿Por qué se oxida el hierro? | ¿Cómo puedo limpiar una reja de hierro oxidada?
¿Qué documentos pide la biblioteca para el carné? | ¿Dónde se devuelven los documentos de la biblioteca?
Wie stimmt man eine Gitarre? | Welche Saiten hat eine klassische Gitarre?
Warum rostet Eisen? | Womit entfernt man Rost von Eisen?
Wie lange dauert die Ausbildung zum Tischler? | Was verdient ein Tischler in der Ausbildung?
Wann wurde der Eiffelturm eröffnet? | Wer hat den Eiffelturm entworfen?
Как настроить гитару? | Какие струны ставят на гитару?
Почему ржавеет железо? | Чем убрать ржавчину с железа?
Когда открыли Эйфелеву башню? | Сколько ступеней в Эйфелевой башне?
Что такое фотосинтез? | Где в клетке идёт фотосинтез?
Como afinar um violão? | Quantas cordas tem um violão clássico?
Por que o ferro enferruja? | Como se remove a ferrugem do ferro?
O que é fotossíntese? | Em que organela acontece a fotossíntese?
Quando foi inaugurada a Torre Eiffel? | Quem projetou a Torre Eiffel?
Comment accorder une guitare ? | Combien de cordes possède une guitare classique ?
Pourquoi le fer rouille-t-il ? | Comment enlever la rouille du fer ?
Qu'est-ce que la photosynthèse ? | Où se déroule la photosynthèse dans la cellule ?
Quand la tour Eiffel a-t-elle été inaugurée ? | Qui a dessiné les plans de la tour Eiffel ?
怎样给吉他调音？ | 古典吉他有几根弦？
铁为什么会生锈？ | 怎样去除铁上的锈？
什么是光合作用？ | 光合作用在细胞的哪里进行？
埃菲尔铁塔是哪一年建成的？ | 埃菲尔铁塔由谁设计？
ギターのチューニングはどうやりますか？ | クラシックギターの弦は何本ですか？
鉄はなぜ錆びるのですか？ | 鉄の錆はどうやって落としますか？
光合成とは何ですか？ | 光合成は細胞のどこで行われますか？
エッフェル塔が完成したのはいつですか？ | エッフェル塔を設計したのは誰ですか？
기타 조율은 어떻게 하나요? | 클래식 기타의 줄은 몇 개인가요?
철은 왜 녹스나요? | 철에 슨 녹은 어떻게 제거하나요?
광합성이란 무엇인가요? | 광합성은 세포의 어디에서 일어나나요?
에펠탑은 언제 완공되었나요? | 에펠탑을 설계한 사람은 누구인가요?
Wie wandelt man eine Zeichenkette in eine Zahl um? | Wie wandelt man eine Zahl in eine Zeichenkette um?
Wie kopiert man eine Datei vom Rechner in den Container? | Wie kopiert man eine Datei vom Container auf den Rechner?
Wann nimmt man eine Liste statt eines Tupels? | Wann nimmt man ein Tupel statt einer Liste?
Wie weist man einer Rolle einen Nutzer zu? | Wie weist man einem Nutzer eine Rolle zu?
Wie rechnet man Stunden in Minuten um? | Wie rechnet man Minuten in Stunden um?
Wie ersetzt man Leerzeichen durch Bindestriche? | Wie ersetzt man Bindestriche durch Leerzeichen?
Wie wechselt man von einer Funktion zu einer Klasse? | Wie wechselt man von einer Klasse zu einer Funktion?
¿Cómo se convierte un texto en una fecha? | ¿Cómo se convierte una fecha en un texto?
¿Cómo pasar de horas a minutos? | ¿Cómo pasar de minutos a horas?
¿Cuándo conviene una lista en lugar de una tupla? | ¿Cuándo conviene una tupla en lugar de una lista?
¿Cómo se copia un archivo del contenedor al equipo? | ¿Cómo se copia un archivo del equipo al contenedor?
¿Cómo sustituir espacios por guiones? | ¿Cómo sustituir guiones por espacios?
¿Cuándo usar una cola y no una pila? | ¿Cuándo usar una pila y no una cola?
Comment convertir une date en texte ? | Comment convertir un texte en date ?
Comment convertir des heures en minutes ? | Comment convertir des minutes en heures ?
Comment copier un fichier du conteneur vers la machine ? | Comment copier un fichier de la machine vers le conteneur ?
Quand utiliser une file plutôt qu'une pile ? | Quand utiliser une pile plutôt qu'une file ?
Comment remplacer des espaces par des tirets ? | Comment remplacer des tirets par des espaces ?
Como transformar uma data em texto? | Como transformar um texto em data?
Como converter horas em minutos? | Como converter minutos em horas?
Como copiar um arquivo do contêiner para o computador? | Como copiar um arquivo do computador para o contêiner?
Quando usar uma fila em vez de uma pilha? | Quando usar uma pilha em vez de uma fila?
Come convertire una stringa in un numero? | Come convertire un numero in una stringa?
Quando usare una coda invece di una pila? | Quando usare una pila invece di una coda?
Come copiare un file dal contenitore al computer? | Come copiare un file dal computer al contenitore?
Come si convertono le ore in minuti? | Come si convertono i minuti in ore?
Как перевести дату в текст? | Как перевести текст в дату?
Как перевести дни в недели? | Как перевести недели в дни?
Как скопировать таблицу с сервера на ноутбук? | Как скопировать таблицу с ноутбука на сервер?
Как заменить пробелы дефисами? | Как заменить дефисы пробелами?
Когда нужна очередь вместо стека? | Когда нужен стек вместо очереди?
Как сделать из функции класс? | Как сделать из класса функцию?
Liste demete nasıl çevrilir? | Demet listeye nasıl çevrilir?
Ne zaman yığın yerine kuyruk kullanılır? | Ne zaman kuyruk yerine yığın kullanılır?
Dosya konteynerden sunucuya nasıl kopyalanır? | Dosya sunucudan konteynere nasıl kopyalanır?
Saatleri dakikaya nasıl çeviririm? | Dakikaları saate nasıl çeviririm?
什么时候用数组而不用链表？ | 什么时候用链表而不用数组？
什么情况下选择数组而非链表？ | 什么情况下选择链表而非数组？
怎么把文件从容器复制到主机？ | 怎么把文件从主机复制到容器？
如何将小时换算为分钟？ | 如何将分钟换算为小时？
数组转链表怎么写？ | 链表转数组怎么写？
如何用数组代替链表？ | 如何用链表代替数组？
为什么线程比进程快？ | 为什么进程比线程快？
如何给用户分配角色？ | 如何给角色分配用户？
如何用队列实现栈？ | 如何用栈实现队列？
リストをタプルに変換するにはどうすればいいですか？ | タプルをリストに変換するにはどうすればいいですか？
文字列を数値に変換する方法は？ | 数値を文字列に変換する方法は？
スタックではなくキューを使うのはいつですか？ | キューではなくスタックを使うのはいつですか？
スタックの代わりにキューを使うのはどんなとき？ | キューの代わりにスタックを使うのはどんなとき？
コンテナからホストへファイルをコピーするには？ | ホストからコンテナへファイルをコピーするには？
時間を分に換算する方法は？ | 分を時間に換算する方法は？
문자열을 숫자로 변환하는 방법은? | 숫자를 문자열로 변환하는 방법은?
리스트를 튜플로 어떻게 바꾸나요? | 튜플을 리스트로 어떻게 바꾸나요?
스택 대신 큐를 언제 사용하나요? | 큐 대신 스택을 언제 사용하나요?
컨테이너에서 호스트로 파일을 복사하는 방법은? | 호스트에서 컨테이너로 파일을 복사하는 방법은?
시간을 분으로 변환하는 방법은? | 분을 시간으로 변환하는 방법은?
स्ट्रिंग को संख्या में कैसे बदलें? | संख्या को स्ट्रिंग में कैसे बदलें?
सूची को टपल में कैसे बदलें? | टपल को सूची में कैसे बदलें?
स्टैक की जगह क्यू का उपयोग कब करें? | क्यू की जगह स्टैक का उपयोग कब करें?
घंटे को मिनट में कैसे बदलें? | मिनट को घंटे में कैसे बदलें?
Was sind die Vorteile von Mikrodiensten? | Was sind die Eigenschaften von Mikrodiensten?
Was sind die Vorteile von Mikrodiensten? | Was sind die Grenzen von Mikrodiensten?
Was sind die Vorteile von Mikrodiensten? | Was sind die Anwendungsfälle von Mikrodiensten?
¿Cuáles son las ventajas de los microservicios? | ¿Cuáles son las características de los microservicios?
¿Cuáles son las ventajas de los microservicios? | ¿Cuáles son los casos de uso de los microservicios?
Quels sont les avantages des microservices ? | Quelles sont les caractéristiques des microservices ?
Quels sont les avantages des microservices ? | Quelles sont les limites des microservices ?
Quali sono i vantaggi dei microservizi? | Quali sono le caratteristiche dei microservizi?
Quais são as vantagens dos microsserviços? | Quais são as características dos microsserviços?
Какие преимущества у микросервисов? | Какие особенности у микросервисов?
Каковы преимущества микросервисов? | Каковы свойства микросервисов?
Каковы преимущества микросервисов? | Каковы ограничения микросервисов?
Mikroservislerin avantajları nelerdir? | Mikroservislerin özellikleri nelerdir?
微服务有什么优点？ | 微服务有什么特点？
微服务的优点有哪些？ | 微服务的特点有哪些？
微服务有哪些优点？ | 微服务有哪些使用场景？
マイクロサービスの利点は何ですか？ | マイクロサービスの特徴は何ですか？
마이크로서비스의 장점은 무엇인가요? | 마이크로서비스의 특징은 무엇인가요?
माइक्रोसर्विस के फायदे क्या हैं? | माइक्रोसर्विस की विशेषताएँ क्या हैं?
What are the advantages of microservices? | What are the limitations of microservices?
What are the advantages of microservices? | What are the use cases of microservices?
What is a roll-in menu? | What is a roll-out menu?
What is scale-up? | What is scale-out?
How does an opt-in newsletter work? | How does an opt-out newsletter work?
What is a step-up transformer? | What is a step-down transformer?
Gitar nasıl akort edilir? | Klasik gitarın kaç teli vardır?
Demir neden paslanır? | Demirdeki pas nasıl temizlenir?
Fotosentez nedir? | Fotosentez hücrenin neresinde gerçekleşir?
Eyfel Kulesi ne zaman açıldı? | Eyfel Kulesi'ni kim tasarladı?
गिटार को कैसे ट्यून करें? | शास्त्रीय गिटार में कितने तार होते हैं?
लोहे में जंग क्यों लगती है? | लोहे से जंग कैसे हटाएँ?
प्रकाश संश्लेषण क्या है? | प्रकाश संश्लेषण कोशिका में कहाँ होता है?
एफिल टावर कब बना? | एफिल टावर किसने बनाया?
¿Cómo se juega al dominó con dos jugadores? | ¿Cómo se juega al dominó con cuatro jugadores?
¿Dónde se firmó el tratado? | ¿Quién firmó el tratado?
¿Cuándo se escribe tu? | ¿Cuándo se escribe tú?
¿Cuál es el país más grande de Europa? | ¿Cuál es el país más pequeño de Europa?
¿Quién inventó el teléfono? | ¿Cuándo se inventó el teléfono?
¿Cómo se paga un impuesto? | ¿Quién paga un impuesto?
¿Puedo cambiar la dirección del pedido? | ¿Puedo cancelar el pedido?
¿Qué causa la anemia? | ¿Qué es la anemia?
¿Cómo hacer un pastel con huevo? | ¿Cómo hacer un pastel sin huevo?
¿Qué hora es en Japón? | ¿Qué moneda hay en Japón?
¿Por qué dejas tu trabajo? | ¿Por qué quieres este trabajo?
¿Qué es un sustantivo común? | ¿Qué es un sustantivo propio?
¿Hay que regar los cactus? | ¿Cuándo hay que regar los cactus?
¿Cómo lanzar una excepción? | ¿Cómo capturar una excepción?
¿Qué ventajas tiene alquilar? | ¿Qué ventajas tiene comprar?
Quand écrit-on « ou » ? | Quand écrit-on « où » ?
Combien coûte le permis ? | Combien de temps dure le permis ?
Qui a gagné la finale ? | Qui a perdu la finale ?
Quel est le plus grand lac ? | Quel est le plus petit lac ?
Comment soigner une entorse ? | Comment éviter une entorse ?
Comment installer un module ? | Comment mettre à jour un module ?
Quels sont les droits du locataire ? | Quels sont les devoirs du locataire ?
Comment augmenter la mémoire ? | Comment réduire la mémoire ?
Doit-on arroser un cactus en hiver ? | Doit-on arroser un cactus en été ?
Qui peut divorcer ? | Comment divorcer ?
Quelle est la capitale de l'Inde ? | Quelle est la monnaie de l'Inde ?
Comment passer une commande ? | Comment annuler une commande ?
Que sont les droits du vendeur ? | Que sont les droits de l'acheteur ?
Que veut dire un feu orange ? | Que veut dire un feu rouge ?
Comment bouturer un rosier ? | Comment tailler un rosier ?
Quando se usa "por que"? | Quando se usa "porque"?
Quanto custa o curso? | Quanto tempo dura o curso?
Como abrir uma conta? | Como encerrar uma conta?
Como fazer bolo com leite? | Como fazer bolo sem leite?
Como tratar a gripe? | Como evitar a gripe?
Quanto pesa um homem? | Quanto pesa uma mulher?
O que é um substantivo comum? | O que é um substantivo próprio?
Como rastrear meu pedido? | Como cancelar meu pedido?
Como prevenir um AVC? | Como reconhecer um AVC?
Когда пишется «не»? | Когда пишется «ни»?
Что делать до операции? | Что делать после операции?
Кто изобрёл радио? | Когда изобрели радио?
Каковы причины войны? | Каковы итоги войны?
Что такое имя собственное? | Что такое имя нарицательное?
Можно ли пить чай утром? | Можно ли пить чай вечером?
Чем кормить кота? | Чем лечить кота?
Нужно ли мыть рис? | Как мыть рис?
Как обновить пакет? | Как установить пакет?
Сколько весит мужчина? | Сколько весит женщина?
Можно ли оплатить картой? | Можно ли оплатить наличными?
Как отследить заказ? | Как отменить заказ?
Что такое чистая функция? | Что такое анонимная функция?
Как перенести отпуск? | Как оформить отпуск?
Was macht man vor der Operation? | Was macht man nach der Operation?
Wer gewann das Finale? | Wer verlor das Finale?
Welche Rechte hat ein Mieter? | Welche Pflichten hat ein Mieter?
Wann schreibt man "seit"? | Wann schreibt man "seid"?
Wie behandelt man Fieber? | Wie misst man Fieber?
Wie steigt man in den Bus ein? | Wie steigt man aus dem Bus aus?
Wie übersetzt man vom Deutschen ins Englische? | Wie übersetzt man vom Englischen ins Deutsche?
Kann ich mit Karte zahlen? | Kann ich bar zahlen?
Was bedeutet rotes Licht? | Was bedeutet gelbes Licht?
रामायण किसने लिखी? | रामायण कब लिखी गई?
भारत की सबसे लंबी नदी कौन सी है? | भारत की सबसे छोटी नदी कौन सी है?
क्या चावल खाना चाहिए? | क्या चावल नहीं खाना चाहिए?
रेडियो का आविष्कार किसने किया? | रेडियो का आविष्कार कब हुआ?
भारत का सबसे बड़ा राज्य कौन सा है? | भारत का सबसे छोटा राज्य कौन सा है?
मतदान की आयु क्या है? | विवाह की आयु क्या है?
ऑर्डर कैसे ट्रैक करें? | ऑर्डर कैसे रद्द करें?
पुरुष का वजन कितना होता है? | महिला का वजन कितना होता है?
Kafka nerede doğdu? | Kafka ne zaman doğdu?
Ameliyattan önce ne yapılır? | Ameliyattan sonra ne yapılır?
En büyük göl hangisidir? | En küçük göl hangisidir?
Finali kim kazandı? | Finali kim kaybetti?
Paket nasıl kurulur? | Paket nasıl güncellenir?
カフカはどこで生まれましたか？ | カフカはいつ生まれましたか？
手術の前に何をしますか？ | 手術の後に何をしますか？
発熱の原因は？ | 発熱の症状は？
決勝で勝ったのは誰ですか？ | 決勝で負けたのは誰ですか？
卡夫卡在哪里出生？ | 卡夫卡什么时候出生？
手术前要做什么？ | 手术后要做什么？
发烧的原因是什么？ | 发烧的症状是什么？
谁赢了决赛？ | 谁输了决赛？
什么是数据库？ | 什么是数据库索引？
카프카는 어디에서 태어났나요? | 카프카는 언제 태어났나요?
수술 전에 무엇을 하나요? | 수술 후에 무엇을 하나요?
발열의 원인은 무엇인가요? | 발열의 증상은 무엇인가요?
결승에서 누가 이겼나요? | 결승에서 누가 졌나요?
스레드란 무엇인가요? | 스레드 풀이란 무엇인가요?
What is the sign of an even function if its argument is odd? | What is the sign of an even function if its argument is even?
Explain what happens if a concurrent write ends before your own delete: write - delete | Explain what happens if a concurrent delete ends before your own delete: delete - delete
Build a table of the squares of all numbers below 30 and print the keys | Build a table of the squares of all numbers below 30 and print the values
What is the cost of appending to a linked list? | What is the cost of searching in a linked list?
Was passiert, wenn ein fremdes Löschen früher endet als das eigene Löschen? | Was passiert, wenn ein fremdes Löschen früher endet als die eigene Änderung?
A tram takes 3 minutes for 2 stops. How long does it take for 4 stops? | A tram takes 2 minutes for 3 stops. How long does it take for 4 stops?
How do you hand a value from a parent to a child widget? | How do you hand a value from a child to a parent widget?
What does `char *const p` mean? | What does `const char *p` mean?
What is the output of `print(2 + "2")`? | What is the output of `print(2 + 2)`?
What is the integral of $x^2 + 3$? | What is the integral of $x^3 + 2$?
What is 9 - 2 * 3? | What is (9 - 2) * 3?
Shuffle the list [4, 5, 6] | Shuffle the list [4, 5, 6, 7]
What does `.size` return for a list? | What does `size()` return for a list?
What is Node.js? | What is a node?
How do you copy a page? | How do you copy a page into another one?
What is a caching strategy? | What are caches?
What is a rollout strategy? | What is a rollout?
What is a Zig object? | What is Zig?
What is a Nomad operator? | What is Nomad?
What is a two-phase commit? | What is a commit?
What are the characteristics of web services? | What are the benefits of web services?
What is the life cycle of a widget? | What is a widget?
El caché distribuido por regiones: | El caché se distribuye en:
What is the sign of an odd function if its argument is even? | What is the sign of an even function if its argument is odd?
Define a function that reads a file. Then it has to print the first line. | Define a function that reads a file. Then it has to print the last line.
What errors are found during the linker stage of a build? | What does the linker stage of a build do?
How do you run a server in a browser for tests? | How do you run a browser in a server for tests?
Bir listenin ilk üç elemanını yazdırın. | Bir listenin ilk beş elemanını yazdırın.
キューの先頭から三つ挙げてください | キューの先頭から五つ挙げてください
什么是简单工厂？ | 什么是工厂？
Что такое heap-память? | Что такое heap?
In a ring topology all hosts are linked to two others. | In a ring topology all hosts are linked to a hub.
Was ist Fotosynthese? | Was spricht gegen die Fotosynthese?
Welche Ursachen hat Heiserkeit? | Welche Folgen hat Heiserkeit?
¿Qué es la ronquera? | ¿A qué se debe la ronquera?
¿Qué es la memoización? | ¿Cuáles son los componentes de la memoización?
¿Cómo se sube un archivo? | ¿Cómo se baja un archivo?
Что такое хрипота? | Каковы причины хрипоты?
Что такое телескоп? | Из чего состоит телескоп?
O que é a rouquidão? | A que se deve a rouquidão?
Quais são os direitos do locador? | Quais são os direitos do locatário?
En quoi consiste la mémoïsation ? | Quels sont les avantages de la mémoïsation ?
Qu'est-ce que l'enrouement ? | D'où vient l'enrouement ?
买方有哪些义务？ | 卖方有哪些义务？
什么是星云？ | 星云有哪些种类？
買主の義務は何ですか？ | 売主の義務は何ですか？
星雲とは何ですか？ | 星雲は何から構成されますか？
성운이란 무엇인가요? | 성운은 어떻게 분류되나요?
매수인의 의무는 무엇인가요? | 매도인의 의무는 무엇인가요?
Teleskop nedir? | Teleskobun sebepleri nelerdir?
Isı nasıl yükseltilir? | Isı nasıl düşürülür?
गणक क्या होता है? | गणक के कारण क्या हैं?
"""  # noqa: E501


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    rows = (line.partition(" | ") for line in text.strip().splitlines())
    return [(first.strip(), second.strip()) for first, _, second in rows]
