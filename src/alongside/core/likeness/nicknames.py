"""What people are called for short in England, Wales and Ireland. Ours, from everyday speech; not complete, and added to as we meet people.

Each line begins with the long form. A short form may stand in several lines: Sam is Samuel and Samantha.
"""

from functools import lru_cache

LINES = """
abigail abi abbie abby gail
alan al alun
albert bert bertie al
alexander alex al sandy xander alec lex
alexandra alex sandra lexi sandy
alfred alf alfie fred
alice ali
alison ali
amanda mandy
andrew andy drew dewi
angela angie ange
ann annie nan anne
anthony tony ant
antonia toni
arthur art
barbara babs barb
benjamin ben benny benji
bernadette bernie
bernard bernie
brian bri
bridget biddy bridie brid
bronwen bron bronny
cameron cam
caroline carrie caz
catherine cath cathy kate katie kitty kath kathy cat
catrin cati cat trini
charles charlie chas chaz chuck
charlotte charlie lottie lotte
christina chris chrissie tina
christine chris chrissie
christopher chris kit topher christy
daniel dan danny
david dave davy dai dafydd dewi
deborah deb debbie debs
denise den
dennis den denny
derek del
diarmuid dermot
dilwyn dil
donald don donny
dorothy dot dottie dolly
douglas doug dougie
edith edie
edmund ed eddie ned
edward ed eddie ned ted teddy
eileen eily
eleanor ellie nell nora nelly
elizabeth liz lizzie beth betty eliza libby lisa elsie betsy bess
ellen nell nelly ellie
emily em emmy milly
emma em
evan ianto
florence flo florrie flossie
frances fran frankie fanny
francis frank frankie fran
frederick fred freddie
gabriel gabe
gareth gaz gary gar
geoffrey geoff jeff
george georgie
gerald gerry ged
gerard gerry ged
gillian gill jill
gregory greg
gwendolen gwen gwennie
gwenllian gwen llio
gwilym gwil will
harold harry hal
harriet hattie
helen nell nelly
henry harry hal hank
hugh hughie huw
humphrey wmffre
ieuan ianto
irene rene
isabel bel izzy bella
isobel izzy bel
ivor ifor
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem seamus
janet jan
jean jeanie
jennifer jen jenny
jeremy jez jerry
jessica jess jessie
joan joanie
joanna jo joanie
joanne jo
john johnny jack ian jon sean
jonathan jon johnny jonny
joseph joe joey seosamh
josephine jo josie
joshua josh
judith judy jude
julia jules julie
katherine kath kathy kate katie kitty kat kay
kathleen kath kathy kathy kay cathleen kitty
kenneth ken kenny
kevin kev
kimberley kim
lawrence larry lol laurie loz
leonard len lenny leo
leslie les
lilian lil lily
llewelyn llew lyn lew
louise lou
lucy lu
madeleine maddie
maldwyn mal
malcolm mal
margaret maggie meg peggy madge marge margie greta rita mags megan
marged meg megan
martin marty mart
mary molly polly mae mamie may mair
matilda tilly mattie
matthew matt matty
maureen mo
maxwell max
michael mike mick mickey micky mikey mihangel
michelle shell chelle
mohammed mo mohammad muhammad mohamed mohamad
morgan mog
myfanwy myf fanny
natalie nat
natasha tash tasha
nathan nat nate
nathaniel nat nathan nate
neil neilly
nicholas nick nicky nico
nicola nicky nic nikki
oliver ollie olly
olivia liv livvy
olwen ol
owen owain
pamela pam
patricia pat patsy tricia trish patty
patrick pat paddy padraig packie
paul paulie
peter pete
philip phil pip
phyllis phyl
rachel rach
raymond ray
rebecca becky bex becca
reginald reg reggie
rhiannon rhi rhee anni
rhodri rhod
richard rich dick rick ricky dickie richie
robert bob rob bobby robbie bert robin rab
roderick rod roddy
rodney rod
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sam sammy
samuel sam sammy
sandra san
sarah sal sally sadie
shirley shirl
sidney sid
simon si
sion john jon
stanley stan
stephanie steph
stephen steve stevie ste
stuart stu
susan sue susie suzie
tadhg tim teague
terence terry tel
teresa terry tess tessa
theodore ted theo teddy
theresa terry tess tessa
thomas tom tommy twm
timothy tim timmy
tudor tud
valerie val
veronica ronnie vera
victor vic
victoria vicky vic tori
vincent vince vin
virginia ginny
walter wally walt wat
wayne waz
wilfred wilf fred
william will bill billy willy liam wil gwilym
winifred win winnie freda
yvonne von vonnie
zachary zac zach
"""
HEARD_ALIKE = """
sean shaun shawn shane
siobhan shivaun chevonne shevaun
sian shan sharn
niamh neve neave nieve
aoife eefa ifa
caoimhe keeva kiva keva
saoirse sersha seersha
sinead shinade shinaid
roisin rosheen
grainne granya
aine anya onya
oisin osheen usheen
eoghan owen eoin owain ewan euan
tadhg teague tige
cathal cahal
padraig porrick paudrig
rhys reece rees reese
huw hugh hew
ieuan iwan yeyan
dafydd davith
llinos thlinos
eirlys airlis
gwyn gwynne gwin
ffion fion fionn
angharad anharad
geraint gerrant
owain owen
"""


def _by_name(lines: str) -> dict[str, frozenset[str]]:
    groups = [line.split() for line in lines.split("\n") if line]
    names = {name for group in groups for name in group}
    return {name: frozenset(other for group in groups if name in group for other in group if other != name) for name in names}


LONG = {line.split()[0]: frozenset(line.split()[1:]) for line in LINES.split("\n") if line}
HEARD = _by_name(HEARD_ALIKE)


@lru_cache(maxsize=4096)
def short_for(name: str) -> frozenset[str]:
    """The long forms for which a name is often short."""
    return frozenset(long for long, shorts in LONG.items() if name in shorts)


def shortened(name: str) -> frozenset[str]:
    """What someone of that name is often called."""
    return LONG.get(name, frozenset())


@lru_cache(maxsize=4096)
def for_one_name(name: str) -> frozenset[str]:
    """Other short forms of the same long name: Bob and Rob."""
    return frozenset(other for long in short_for(name) for other in LONG[long] if other != name)


def heard_as(name: str) -> frozenset[str]:
    """Spellings, often Welsh or Irish, that no rule of English sounds would bring together."""
    return HEARD.get(name, frozenset())
