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
Why is ReLU used? | What is the purpose of the ReLU activation function?
"""  # noqa: E501


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    rows = (line.partition(" | ") for line in text.strip().splitlines())
    return [(first.strip(), second.strip()) for first, _, second in rows]
