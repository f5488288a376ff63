"""The words by which banks speak, in the languages that banks are written in: data only, all in this place.

Languages: English, Chinese, Japanese, Korean, Russian, Ukrainian, Spanish, Portuguese, French, German,
Italian, Turkish, Vietnamese, Hindi. The words were collected from public banks and their translations. All
are lower case.
"""

import re

from dlqa_lint.text.lazy_regex import regex


def _phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list that is separated by commas and line ends."""
    return tuple(filter(None, (phrase.strip() for phrase in listed.replace("\n", ",").split(","))))


QUESTION_LABELS = _phrases(
    """
    questions, question, ques, que, q, problem, exercise, 问题, 問題, 题目, 題目, 问, 問, 题, 題, 質問,
    질문, 문제, 문항, вопрос, питання, в, pregunta, pergunta, questão, p, frage, domanda, soru, câu hỏi,
    câu, प्रश्न, सवाल, challenge, task, puzzle, practice question, practice problem, interview question,
    aufgabe, übung, übungsaufgabe, desafío, ejercicio, problema, desafio, exercício, exercice, défi,
    problème, esercizio, задача, задание, упражнение, завдання, вправа, otázka, dotaz, úloha, úkol, pytanie,
    zadanie, ćwiczenie, vraag, opgave, oefening, fråga, uppgift, spørgsmål, spørsmål, oppgave, kysymys,
    tehtävä, întrebare, kérdés, feladat, ερώτηση, άσκηση, alıştırma, soal, pertanyaan, latihan, bài tập, bài,
    练习, 練習, 练习题, 例题, 例題, 习题, 習題, 演習, 思考题, 面试题, 연습, 연습문제, 예제, 과제, अभ्यास,
    سؤال, السؤال, سوال, پرسش, تمرين, שאלה
    """
)
"""Words that stand before a question's number, or alone with a delimiter: `Question 1.`, `Q:`."""

LETTER_LABELS = _phrases("q, p, f, k, v, s, в, 问, 問, س")
"""Letters that stand for a question before a colon, and before nothing else: `K: …`."""

NUMBER_WORDS = _phrases("no, nr, num, number, núm, número, numéro, nummer, номер, số, n")
"""Words between a label and its number, or before a number: `Question No. 7`, `Frage Nr. 7`."""

NUMBER_WRAPPERS = (("第", ("题", "題", "问", "問", "道题", "個問題", "个问题")), ("제", ("문", "문제")))
"""Words around a number, `第 7 题`: what stands before it, and what may stand behind."""

ANSWER_LABELS = _phrases(
    """
    answers, answer, ans, a, solution, correct answer, correct answers, right answer, model answer,
    sample answer, short answer, suggested answer, possible answer, response, reply, 答案, 答, 解答,
    解析, 回答, 参考答案, 參考答案, 正确答案, 正確答案, 答え, 解説, 正解, 정답, 답, 답변, 해답, 풀이,
    ответ, решение, правильный ответ, відповідь, розв'язок, respuesta, respuesta correcta, solución, r,
    resposta, resposta correta, resposta certa, solução, gabarito, réponse, bonne réponse,
    réponse correcte, antwort, lösung, richtige antwort, risposta, risposta corretta, soluzione,
    cevap, yanıt, çözüm, doğru cevap, trả lời, đáp án,
    câu trả lời, lời giải, उत्तर, जवाब, हल, odpověď, řešení, odpowiedź, rozwiązanie, antwoord, oplossing,
    svar, lösning, løsning, vastaus, ratkaisu, válasz, megoldás, răspuns, απάντηση, λύση, jawaban, jawab,
    الجواب, جواب, الإجابة, الحل, پاسخ, תשובה, corrigé, 参考解答
    """
)
"""Words that open an answer."""

ANSWER_KEY_TITLES = _phrases(
    """
    answers, answer key, answers key, key, key answers, solutions, answer sheet, correct answers, 答案,
    参考答案, 參考答案, 答案与解析, 解答, 解答一覧, 答え, 정답, 해답, 정답표, ответы, ключ,
    правильные ответы, решения, відповіді, розв'язки, respuestas, soluciones, clave de respuestas,
    respostas, gabarito, soluções, réponses, corrigé, antworten, lösungen, lösungsschlüssel, risposte,
    soluzioni, cevaplar, cevap anahtarı, çözümler, đáp án, câu trả lời, उत्तर, उत्तरमाला, उत्तर कुंजी
    """
)
"""How the heading begins under which a document collects its answers."""

REVEAL_LABELS = _phrases(
    """
    show, show answer, show solution, view answer, see answer, reveal, reveal answer, click to reveal,
    click here, click to expand, expand, toggle, toggle answer, details, explanation, hint, answer key,
    查看答案, 点击查看, 点击展开, 展开, 显示答案, 答案与解析, 解答を見る, 答えを見る, 정답 보기, 답 보기,
    показать ответ, показать, показати відповідь, ver respuesta, mostrar respuesta, ver resposta,
    mostrar resposta, voir la réponse, afficher la réponse, antwort anzeigen, lösung anzeigen,
    mostra risposta, cevabı göster, xem đáp án, उत्तर देखें
    """
)
"""What a `<summary>` says when its `<details>` holds an answer and not a question."""

MORE_LABELS = _phrases(
    """
    more, read more, see more, here, link, see, view, full answer, answer here, 更多, 详情, 详细, 链接, 查看,
    这里, 詳細, もっと, こちら, 더보기, 자세히, 링크, подробнее, далее, тут, здесь, ссылка, детальніше,
    ver, ver más, más, leer más, aquí, enlace, ver mais, leia mais, mais, aqui, voir,
    lire la suite, plus, ici, lien, mehr, siehe,
    weiterlesen, hier, altro, leggi, qui, devamı, devamını oku, buraya, xem thêm, xem, और पढ़ें,
    यहाँ, více, zde, więcej, tutaj, meer, lees meer, lue lisää, tovább, selengkapnya
    """
)
"""What a link says that leads on to an answer."""

REMARK_LABELS = _phrases(
    """
    hint, hints, tip, tips, tag, tags, topic, topics, difficulty, level, expertise, 提示, 难度, 標籤, 标签,
    ヒント, 힌트, 난이도, подсказка, сложность, підказка, pista, dificultad, dica, dificuldade, indice,
    difficulté, hinweis, tipp, suggerimento, ipucu, zorluk, gợi ý, संकेत
    """
)
"""Words that open a remark on a question, which answers nothing: `- Hint: …`."""

PLACEHOLDERS = _phrases(
    """
    todo, to do, tbd, tba, wip, fixme, xxx, n/a, to be completed, to be done, to be added,
    to be answered, to be written, to be continued, to be updated, to be added soon, to be answered soon,
    to be updated soon, will be added, will be added soon, will be updated soon, coming soon, answer here,
    your answer here, write your answer here, add answer here, answer goes here, answer coming soon,
    work in progress, in progress, under construction, not answered yet, no answer yet, pending,
    lorem ipsum, placeholder, empty, 待补充, 待完善, 待续, 待更新, 未完待续, 待完成, 暂无, 暂无答案, 略,
    todo: 待补充, 準備中, 未回答, 作成中, 未記入, 準備中です, 작성 중, 작성중, 준비 중, 준비중, 미작성,
    в разработке, скоро будет, дополнить, будет добавлено, ответ скоро, у розробці, буде додано,
    por hacer, pendiente, próximamente, por completar, a fazer, pendente, em breve, em construção,
    à faire, à compléter, à venir, bientôt, folgt, kommt noch, in arbeit, noch offen, zu ergänzen,
    da fare, da completare, in arrivo, prossimamente, yapılacak, eklenecek, yakında, hazırlanıyor,
    ответ будет позже, ответ будет добавлен, будет позже, скоро, respuesta pendiente, pronto, respuesta próximamente,
    resposta pendente, resposta em breve, réponse à venir, antwort folgt, risposta in arrivo, stay tuned,
    help wanted, pr welcome, prs welcome, contribution welcome, contributions welcome, contributions are welcome,
    soon, pending answer, answer pending, answer to follow,
    sẽ cập nhật, đang cập nhật, chưa có, sắp có, जल्द आ रहा है, शीघ्र आ रहा है, अपूर्ण, ..., …, -, ?, --
    """
)
"""Stand-ins for an answer, without final punctuation."""

_STAND_IN_SUBJECT = (
    r"(?:(?:the|this|an|my|full|detailed|model)\s+)*"
    r"(?:answers?|solutions?|explanations?|contents?|details|question)"
)
_STAND_IN_DONE = (
    r"(?:added|updated|written|completed|provided|answered|done|filled(?:\s(?:in|out))?|posted|expanded)"
)
_STAND_IN_TIME = r"(?:\s+(?:soon|later|here|shortly|asap))"
TRUE_AND_FALSE = tuple(
    frozenset(pair.split("/"))
    for pair in _phrases(
        """
        true/false, t/f, yes/no, right/wrong, correct/incorrect, verdadero/falso, sí/no, verdadeiro/falso, sim/não,
        vrai/faux, oui/non, wahr/falsch, richtig/falsch, ja/nein, vero/falso, sì/no, верно/неверно, да/нет,
        правда/ложь, так/ні, doğru/yanlış, evet/hayır, đúng/sai, 对/错, 正确/错误, 是/否, はい/いいえ,
        참/거짓, 예/아니오
        """
    )
)
"""The two options of a question of which a statement is right or not."""

STAND_IN_SENTENCE = regex(
    rf"(?:{_STAND_IN_SUBJECT}\s+)?(?:is\s+|are\s+)?coming(?:\s+up)?(?:{_STAND_IN_TIME})"
    rf"|{_STAND_IN_SUBJECT}\s+(?:will be|(?:is |are |yet |still )?to be|needs? to be)\s+"
    rf"{_STAND_IN_DONE}{_STAND_IN_TIME}*"
    rf"|(?:will be|(?:yet |still )?to be)\s+{_STAND_IN_DONE}{_STAND_IN_TIME}+"
    rf"|(?:{_STAND_IN_SUBJECT}\s+(?:is|are|has|have)\s+)?not\s+(?:been\s+)?(?:yet\s+)?(?:been\s+)?"
    rf"{_STAND_IN_DONE}(?:\s+yet)?"
    rf"|{_STAND_IN_SUBJECT}\s+(?:is\s+|are\s+)?(?:still\s+)?(?:pending|missing|in progress)"
    r"|(?:i|we)(?:'ll|’ll|\swill)\s+(?:add|write|update|answer|complete|fill)\b.{0,40}\s(?:later|soon|shortly)"
    r"|(?:please\s+)?(?:add|write|insert|put|enter|provide)\s+(?:your|the|an)\s+(?:own\s+)?(?:answer|solution|explanation)"
    r"(?:\s+(?:here|below))?"
    r"|(?:todo|fixme|tbd|wip)(?:\s?[:：(–—-].{0,70}"
    r"|\s(?:add|write|answer|fill|complete|explain|describe|update|finish|this)\b.{0,60})",
    re.IGNORECASE,
)
"""Sentences that stand in for an answer."""

SPANISH_WORDS = frozenset(
    [
        "el",
        "la",
        "los",
        "las",
        "de",
        "que",
        "qué",
        "es",
        "en",
        "un",
        "una",
        "para",
        "por",
        "con",
        "se",
        "cuál",
        "cuáles",
        "cómo",
        "del",
        "al",
        "no",
        "os",
        "da",
        "do",
        "em",
        "não",
        "são",
        "uma",
        "como",
    ]
)
"""Words by which Spanish and Portuguese are known, where "todo" means all."""

ANSWER_LINK_WORDS = frozenset(
    (
        *ANSWER_LABELS,
        *REVEAL_LABELS,
        *_phrases(
            """
            more, read more, learn more, see more, full answer, detailed answer, details, here, link, see, source,
            go, read, open, →, ->, =>, ↗, ⇒, 🔗, подробнее, читать, читать далее, ссылка, детальніше, leer más, más,
            saber más, ver más, ler mais, mais, saiba mais, en savoir plus, plus, lire la suite, mehr, weiterlesen,
            mehr dazu, leggi, di più, continua, 更多, 详情, 查看, 链接, 詳細, 続き, 더 보기, 자세히,
            devamı, devamını oku, xem thêm, chi tiết
            """
        ),
    )
)
"""What a link behind a question says that leads to its answer."""

INSTRUCTIONS = _phrases(
    """
    answer, your, write, insert, add, enter, type, fill, provide, replace, ответ, напишите, впишите,
    respuesta, escribe, escriba, resposta, escreva, réponse, écrivez, votre, antwort, ihre, schreiben,
    risposta, scrivi, cevap, cevabınızı
    """
)
"""First words of what a template says in brackets where an answer should be: `[Write two sentences.]`."""

CONTENTS_TITLES = _phrases(
    """
    table of contents, contents, toc, index, list of questions, overview, summary, quick links, 目录,
    目錄, 目次, 索引, 목차, содержание, оглавление, зміст, índice, tabla de contenidos,
    tabla de contenido, contenido, sumário, conteúdo, table des matières, sommaire, inhalt,
    inhaltsverzeichnis, indice, sommario, içindekiler, mục lục, विषय सूची, विषय-सूची
    """
)
"""What the heading of a table of contents says."""

OPEN_TITLES = _phrases(
    """
    open questions, unresolved questions, outstanding questions, remaining questions, open issues,
    questions to resolve, unanswered questions, 未解决问题, 待解决问题, 未解決の問題, 未解決事項,
    미해결 질문, открытые вопросы, нерешённые вопросы, відкриті питання, preguntas abiertas,
    cuestiones abiertas, questões em aberto, perguntas em aberto, questions ouvertes,
    questions en suspens, offene fragen, offene punkte, domande aperte, questioni aperte, açık sorular,
    câu hỏi mở
    """
)
"""What the heading says below which a plan lists what its own authors do not know yet."""

TOP_WORDS = _phrases(
    """
    back to top, top, go to top, return to top, back to contents, back to table of contents, up,
    back to the top, back, go back, to top, back to toc, table of contents, contents, toc, index,
    返回顶部, 回到顶部, 回到頂部, 返回目录, 回到目录, 返回目錄, トップへ戻る, 目次へ戻る, トップに戻る,
    先頭へ, 맨 위로, 위로, 목차로, 목차로 돌아가기, наверх, к началу, к содержанию, к оглавлению, вверх,
    вгору, до змісту, volver arriba, volver al inicio, volver a índice, volver al índice, ir arriba,
    voltar ao topo, voltar ao índice, topo, voltar, retour en haut, haut, retour au sommaire, nach oben,
    zurück, zum inhaltsverzeichnis, torna su, torna all'inizio, torna all'indice, başa dön, yukarı,
    yukarı dön, về đầu trang, lên đầu trang, về mục lục, ऊपर जाएं, शीर्ष पर
    """
)
"""What a back-to-top line says."""

LATIN_BANK_WORDS = regex(
    r"\b(?:interview|question(?:s| (?:bank|paper|set|list|and))|quiz(?:zes)?|faqs?|q\s?(?:&|and)\s?a|exams?"
    r"|frequently asked|trivia|flash ?cards?"
    r"|exercises|mcqs?|qcms?|mock tests?|practice tests?|entrevistas?|preguntas|perguntas|entretien|fragen"
    r"|vorstellungsgespräch"
    r"|domande|colloquio|mülakat|sorular[ıi]?|phỏng vấn|câu hỏi)\b",
    re.IGNORECASE,
)
BANK_WORDS = regex(
    r"вопрос|собеседовани|питання|співбесід|面试|面試|题|題|问答|問答|質問|面接|よくある|問題|면접|질문|문제|퀴즈|प्रश्न|साक्षात्कार|सवाल",
    re.IGNORECASE,
)
"""Words of titles and introductions that announce a bank, in the Latin script and in others."""

COUNT_NOUNS = (
    r"questions?|q\s?&\s?as?|q&a|quizzes|mcqs?|problems|preguntas|perguntas|questões|fragen|domande|soru(?:su)?"
    r"|câu hỏi|câu|вопрос(?:а|ов|ы)?|питань|питання"
    r"|道(?:面试|经典|高频)?[题題]|[个個](?:问题|問題|面试题)|问|問|题|題"
    r"|개의? 질문|질문|문제|문항|प्रश्न"
)
"""What is counted in `50 … questions`, as part of a regular expression."""

COUNT_LABELS = (
    r"(?:total )?(?:number of )?questions(?: total)?|(?:всего )?вопрос(?:ов|ы)|(?:усього )?питань"
    r"|(?:total de )?(?:preguntas|perguntas|questões)|(?:nombre de )questions|(?:anzahl )?fragen"
    r"|(?:numero di )?domande|soru sayısı|(?:题目|題目|问题|問題)(?:总|總)?[数數]?|질문 수|문항 수"
)
"""What stands before the count in `Total questions: 50`, as part of a regular expression."""

COUNT_OPENERS = frozenset(
    """
    a all among answers are around ask asked asking at bank best collected collection commonly common
    compiled comprises consists contain containing contains covered covering covers curated essential exactly
    featuring find following for frequently from full gathered get got guide has have here hold holding holds
    important in include included includes including just know list listed listing lists most must my need now
    of offers only our popular practice prepared questions provides real selected solve solved some
    tested than that the there these this those to top total ultimate up with you your
    las los con de del hay tiene contiene incluye estas estos mejores principales las as os com há tem contém
    estas estes principais melhores les des avec ces meilleures principales contient y a die mit gibt diese
    enthält besten wichtigsten insgesamt sind i le con contiene queste migliori ci sono en iyi toplam bu
    из топ все эти всего содержит включает лучшие самых собраны здесь усього топ всі ці містить tổng có
    """.split()  # noqa: SIM905 (a list of words reads best as words)
)
"""Words after which a number of questions is a count; after any other it belongs to a name (`Java 8`)."""

PART_NOUNS = regex(
    r"(?:parts?|sets?|blocks?|rounds?|levels?|phases?|tiers?|batch(?:es)?|labs?|modules?|chapters?|days?|weeks?"
    r"|grades?|units?|sections?|volumes?|lessons?|stages?|versions?|class|блок(?:а|ов|и)?|част[ьи]|тур|уровень"
    r"|день|глав[аы]|раздел|модул[ья]|partes?|parties?|teile?|teil|bloques?|blocos?|níve(?:l|is)|niveau|stufe)\b",
    re.IGNORECASE,
)
"""Words for parts of a bank, which a number counts or names: `Level 2`, `2 Блок`, `3 sets of questions`."""

STARTERS = frozenset(
    """
    what what's whats which who whom whose when where why how is are am was were do does did can could
    should would will shall may might must have has had explain describe define discuss compare contrast
    differentiate distinguish name list give tell talk derive prove state mention outline illustrate
    elaborate summarize summarise suppose imagine briefly difference differences que qué cuál cuáles cómo
    cuándo dónde por quién cuánto cuántos para explica explique describe define menciona quais qual como
    quando onde quem quanto quantos porque explique descreva defina cite diferença quoi quel quelle quels
    quelles comment quand où pourquoi qui combien est-ce qu'est-ce expliquez décrivez définissez donnez
    citez différence was wie wann wo warum wieso weshalb wer wem wen welche welcher welches wozu woran
    wodurch erkläre erklären beschreibe beschreiben nenne nennen definiere ist sind kann können
    unterschied cosa cos'è come quando dove perché chi quale quali quanto quanti spiega descrivi definisci
    elenca differenza что чем чему как какой какая какое какие каков какова каковы когда где куда почему
    зачем кто сколько для в объясните опишите расскажите назовите перечислите приведите дайте можно нужно
    является разница отличие отличия що чим як який яка яке які коли де чому навіщо хто скільки поясніть
    опишіть розкажіть назвіть перелічіть ne nedir nasıl neden niçin niye hangi hangisi kim kaç nerede
    zaman açıklayın açıklayınız tanımlayın farkı tại thế làm giải hãy nêu trình khi ở phân so kể bạn cho
    क्या कैसे क्यों कब कहाँ कौन कितने किस बताइए समझाइए वर्णन परिभाषित
    """.split()  # noqa: SIM905 (a list of words reads best as words)
)
"""First words of questions and of the orders that interviewers give."""

ORDERS = frozenset(
    """
    write implement design show consider given if you your calculate compute find determine identify
    select choose walk create build draw between get convert add use make run list install configure set
    delete remove check in under for schreibe implementiere entwirf berechne zeige escribe implementa
    diseña calcula muestra escreva implemente calcule écrivez implémentez calculez scrivi implementa
    calcola напишите реализуйте найдите покажите yazın viết tính cho
    """.split()  # noqa: SIM905 (a list of words reads best as words)
)
"""First words that examiners use, and tutorials no less."""

REFERENCE_PHRASES = (
    (
        ("q",),
        r"(?:see|refer to|cf\.?|compare|check|consult|recall|answer to|answered in|explained in"
        r"|described in|discussed in"
        r"|covered in|mentioned in|shown in|like in|as in|same as(?: in)?)\s+"
        r"(?:also\s+|again\s+)?(?:the\s+answer\s+(?:to|of)\s+)?"
        r"\[?(?:question\s*(?:number\s+|no\.?\s*|#\s*|№\s*)?{n}|q\.?\s?{n}|(?:questions|qs)\s*{ns})",
    ),
    (
        ("题", "題", "问", "問"),
        r"(?:见|見|参见|參見|参考|參考|详见|詳見|参照|参看)\s*第?\s*{n}\s*(?:道题|题|題|问|問)",
    ),
    (("問", "質問"), r"(?:問題?|質問)\s*{n}\s*(?:を)?(?:参照|ご覧|見て)"),
    (("번",), r"{n}\s*번\s*(?:질문|문제|문항)(?:을|를)?\s*(?:참고|참조|보세요|확인)"),
    (("вопрос",), r"(?:см\.|смотри(?:те)?)\s*(?:также\s+)?вопрос\s*№?\s*{n}"),
    (("питання",), r"(?:див\.|дивись|дивіться)\s*(?:також\s+)?питання\s*№?\s*{n}"),
    (
        ("pregunta",),
        r"(?:ver|véase|vea|consulte|consulta)\s+(?:también\s+)?(?:la\s+)?pregunta\s*(?:n[.º°]+\s*)?{n}",
    ),
    (
        ("pergunta", "questão"),
        r"(?:ver|veja|consulte|vide)\s+(?:também\s+)?(?:a\s+)?(?:pergunta|questão)\s*(?:n[.º°]+\s*)?{n}",
    ),
    (("question",), r"(?:voir|cf\.?|consultez)\s+(?:aussi\s+)?(?:la\s+)?question\s*(?:n[.º°]+\s*)?{n}"),
    (("frage",), r"(?:siehe|vgl\.|s\.)\s+(?:auch\s+)?frage\s*(?:nr\.\s*)?{n}"),
    (("domanda",), r"(?:vedi|si veda|cfr\.?)\s+(?:anche\s+)?(?:la\s+)?domanda\s*(?:n[.º°]+\s*)?{n}"),
    (("soru",), r"(?:bkz\.?|bakınız)\s*:?\s*soru\s*{n}"),
    (("soruya",), r"{n}\.\s*soruya\s+bak"),
    (("câu",), r"xem\s+(?:lại\s+|thêm\s+)?câu\s+(?:hỏi\s+)?(?:số\s+)?{n}"),
    (("प्रश्न",), r"प्रश्न\s*{n}\s*देखें"),
)
"""How an answer sends its reader to another question, in regular expressions (`{n}`: a number, `{ns}`: some).

Before each stand the words of which one is in every such phrase.
"""

REFERENCE_ELSEWHERE = (
    r"\s*\]?\s*(?:of|in|from|on|at)\s+(?:the\b|this\b|that\b|our\b|my\b|chapter\b|part\b|\[|https?:)"
)
"""What behind such a number says that the question stands in another text."""

CJK_QUESTIONS = regex(
    r"什么|什麼|怎么|怎麼|怎样|如何|为什么|為什麼|为何|哪些|哪个|哪個|哪种|哪里|多少|几种|几个|是否|吗|呢|区别|區別|差异|优缺点|优点|缺点|介绍|介紹"
    r"|简述|简单说|说说|谈谈|解释|說明|说明|描述|列举|请|分析|实现|写出|写一个|讲|理解|原理|作用|过程|步骤|算法题|笔试题|输出|原因|了解|下面|以下|比较|对比|什么时候"
    r"|何ですか|ですか|ますか|でしょうか|なぜ|どのように|どう|いつ|どこ|誰|違い|とは|説明|述べ|次のうち|どれ"
    r"|무엇|어떻게|왜|언제|어디|누가|어떤|차이|설명|인가|까요|나요|습니까|는가"
    r"|क्या|कैसे|क्यों"
)
"""Words that ask in Chinese, Japanese, Korean and Hindi, wherever they stand."""

SECTION_NAMES = _phrases(
    """
    introduction, overview, installation, install, usage, license, licence, references, reference,
    contributing, contributors, credits, acknowledgements, changelog, conclusion, summary, prerequisites,
    requirements, setup, features, contents, about, background, example, examples, resources, links,
    notes, note, description, roadmap, todo, support, contact, motivation, goals, goal, non-goals, scope,
    solution, answer, explanation, hints, hint, output, input, configuration, options, api,
    documentation, faq, testing, tests, build, development, deployment, authors, author, status, thanks,
    getting started, quick start, table of contents, further reading, see also, related work,
    open questions, next steps, key points, key takeaways, learning objectives, how to contribute,
    how it works, 扩展阅读, 参考, 参考资料, 参考文献, 总结, 简介, 概述, 目录, 说明, 背景, 安装, 使用, 示例,
    前言, 介绍, 小结, 结论, 참고, 참고자료, 참고 자료, 개요, 결론, введение, заключение, ссылки, литература,
    установка, introducción, instalación, referencias, conclusión, resumen, introdução, referências,
    conclusão, resumo, einleitung, zusammenfassung, literatur
    """
)
"""What headings of sections say in documents of any kind."""

PART_WORDS = regex(
    r"(?:step|phase|part|chapter|section|week|day|module|lesson|lecture|unit|level|version|v|round|stage"
    r"|figure|table|шаг|глава|часть|第[一二三四五六七八九十\d]+[章节部篇]|주차|단계)\b",
    re.IGNORECASE,
)
"""Words for a part of a text, with which its headings begin."""

RESOURCE_WORDS = regex(
    r"resource|reading|link|referen|contribut|credit|author|course|book|video|tutorial|article|blog|translat"
    r"|languages|contents|参考|资料|链接|阅读|贡献|참고|ссылк|ресурс|目录|목차|перевод|участник",
    re.IGNORECASE,
)
"""Words of headings below which a document lists links, credits, translations or rules for contributors."""

FILE_NAME_WORDS = regex(
    r"interview|question|faq|quiz|exam|flash.?card|q-?a\b|qna|trivia|exercise|面试|题|问答|질문|면접|вопрос"
    r"|pregunta|perguntas|fragen",
    re.IGNORECASE,
)
"""Words of file and folder names that announce a bank."""


def matches_any(words: str, listed: frozenset[str]) -> bool:
    """Whether words are, case and outer punctuation aside, one of a list."""
    return bare(words) in listed


def stands_in(words: str) -> bool:
    """Whether words stand in for an answer: one of the known stand-ins, a sentence like them, dots."""
    said = words.strip()
    core = bare(said).strip(_SIGNS).casefold() if not said.isascii() or said[:1] in "<`~" else bare(said)
    listed = core in _STAND_INS or said in _STAND_INS or bool(_DOTS.fullmatch(said))
    return listed or bool(STAND_IN_SENTENCE.fullmatch(said.strip(_SIGNS)))


_STAND_INS = frozenset(PLACEHOLDERS)
_DOTS = regex(r"[?.…\-–—~*_\s]+")
_SIGNS = " \t\n\r.:!。：！*_#-–—()[]（）…~`🚧✏️⏳📝⚠️🔜👷\ufe0f"


def bare(words: str) -> str:
    """Words without case and outer punctuation."""
    return words.strip(" \t\n\r.:!。：！*_#-–—()[]（）").casefold()
