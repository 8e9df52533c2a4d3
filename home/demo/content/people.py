"""Invented schools, classes, families and people. Any likeness to anybody is chance."""

from home.demo.content.shapes import DemoPerson, DemoUser

IRK = "Irk Valley High School"
CLOUGH = "Boggart Hole High School"
CLASSES = ((IRK, "9R"), (IRK, "9M"), (CLOUGH, "9B"))
FAMILIES = {
    "malik": ("Aisha’s family", IRK),
    "adeyemi": ("Tunde's family", IRK),
    "gallagher": ("Declan's family", IRK),
    "nowak": ("Zofia's family", IRK),
    "bennett": ("Shanice's family", IRK),
    "lau": ("Mei's family", IRK),
    "hulme": ("Kayleigh's family", IRK),
    "hussain": ("Hamza's family", CLOUGH),
    "pickering": ("Ruby's family", CLOUGH),
}

USERS = (
    DemoUser("demo-student", "Aisha", "student", IRK, "9R", "malik", "student", signs_in=True),
    DemoUser("demo-student-2", "Tunde", "student", IRK, "9M", "adeyemi", "student", signs_in=True),
    DemoUser("demo-family", "Nasreen", "family", IRK, "", "malik", "nani", signs_in=True),
    DemoUser("demo-family-2", "Bisi", "family", IRK, "", "adeyemi", "mum", signs_in=True),
    DemoUser("demo-teacher", "Miss Whitworth", "teacher", IRK, signs_in=True),
    DemoUser("demo-teacher-2", "Mr Okafor", "teacher", IRK, signs_in=True),
    DemoUser("demo-teacher-3", "Ms Doyle", "teacher", CLOUGH, signs_in=True),
    DemoUser("demo-lead", "Mrs Ahmed", "lead", IRK, signs_in=True),
    DemoUser("demo-admin", "Sam", "administrator", IRK, signs_in=True),
    DemoUser("invented-declan", "Declan", "student", IRK, "9R", "gallagher", "student"),
    DemoUser("invented-zofia", "Zofia", "student", IRK, "9R", "nowak", "student"),
    DemoUser("invented-kayleigh", "Kayleigh", "student", IRK, "9R", "hulme", "student"),
    DemoUser("invented-shanice", "Shanice", "student", IRK, "9M", "bennett", "student"),
    DemoUser("invented-mei", "Mei", "student", IRK, "9M", "lau", "student"),
    DemoUser("invented-hamza", "Hamza", "student", CLOUGH, "9B", "hussain", "student"),
    DemoUser("invented-ruby", "Ruby", "student", CLOUGH, "9B", "pickering", "student"),
)


def _child(key: str, surname: str, name: str, school: str, family: str, user: str) -> DemoPerson:
    return DemoPerson(
        key,
        f"{name} {surname}",
        name,
        school,
        family,
        is_child=True,
        guardian=f"{name}'s parent",
        username=user,
    )


PEOPLE = (
    _child("aisha", "Malik", "Aisha", IRK, "malik", "demo-student"),
    _child("tunde", "Adeyemi", "Tunde", IRK, "adeyemi", "demo-student-2"),
    _child("declan", "Gallagher", "Declan", IRK, "gallagher", "invented-declan"),
    _child("zofia", "Nowak", "Zofia", IRK, "nowak", "invented-zofia"),
    _child("kayleigh", "Hulme", "Kayleigh", IRK, "hulme", "invented-kayleigh"),
    _child("shanice", "Bennett", "Shanice", IRK, "bennett", "invented-shanice"),
    _child("mei", "Lau", "Mei", IRK, "lau", "invented-mei"),
    _child("hamza", "Hussain", "Hamza", CLOUGH, "hussain", "invented-hamza"),
    _child("ruby", "Pickering", "Ruby", CLOUGH, "pickering", "invented-ruby"),
    DemoPerson("nasreen", "Nasreen Malik", "Nasreen", IRK, "malik", username="demo-family"),
    DemoPerson("saima", "Saima Malik", "Saima", IRK, "malik", shares=True),
    DemoPerson("bisi", "Bisi Adeyemi", "Bisi", IRK, "adeyemi", username="demo-family-2"),
    DemoPerson("femi", "Femi Adeyemi", "Uncle Femi", IRK, "adeyemi"),
    DemoPerson("maureen", "Maureen Gallagher", "Maureen", IRK, "gallagher", shares=True),
    DemoPerson("kathleen", "Kathleen Gallagher", "Kathleen", IRK, "gallagher", shares=True),
    DemoPerson("bill", "William Gallagher", "Bill", IRK, "gallagher"),
    DemoPerson("halina", "Halina Nowak", "Babcia Halina", IRK, "nowak", shares=True),
    DemoPerson("stan", "Stanisław Nowak", "Stan", IRK, "nowak"),
    DemoPerson("annie", "Annie Hulme", "Annie", IRK, "hulme", shares=True),
    DemoPerson("linda", "Linda Hulme", "Linda", IRK, "hulme"),
    DemoPerson("dennis", "Dennis Hulme", "Dennis", IRK, "hulme"),
    DemoPerson("frank", "Frank Hulme", "Frank", IRK, "hulme"),
    DemoPerson("pearl", "Pearl Bennett", "Pearl", IRK, "bennett", shares=True),
    DemoPerson("winston", "Winston Bennett", "Winston", IRK, "bennett"),
    DemoPerson("marcia", "Marcia Bennett", "Auntie Marcia", IRK, "bennett"),
    DemoPerson("cecil", "Cecil Grant", "Cecil", IRK, agrees=False),
    DemoPerson("suet", "Lau Suet Ying", "Suet", IRK, "lau"),
    DemoPerson("yusuf", "Yusuf Hussain", "Yusuf", CLOUGH, "hussain", shares=True),
    DemoPerson("tariq", "Tariq Hussain", "Tariq", CLOUGH, "hussain"),
    DemoPerson("sheila", "Sheila Pickering", "Sheila", CLOUGH, "pickering"),
    DemoPerson("joan", "Joan Pickering", "Joan", CLOUGH, "pickering", shares=True),
    DemoPerson("mick", "Mick Pickering", "Mick", CLOUGH, "pickering"),
)
