"""The domain that a company holds, told by its site or by its mailboxes; nobody's where all may be."""

from tamiz.normalise.contacts import email_key, site_key

# Below these of a two-letter country a name has a third label: altoverde.com.mx, altoverde.co.uk.
_SECOND_LEVEL = frozenset(
    "ac co com edu gob gouv gov go gub ind info lg ltd me mil ne net nom or org plc pp sch web "
    # regions of Ukraine
    "ck cherkasy cn cv dn dp donetsk if in kh kharkiv kharkov kherson khm kiev kr kyiv lg lviv mk "
    "mykolaiv od odesa odessa pl poltava rv rivne sumy te ternopil uz vn volyn zp zt".split(),
)
_COUNTRY = 2  # letters of a country's top level domain
# Builders of sites and shops, each customer with a name of their own below it.
_BUILDERS = frozenset(
    "wixsite.com business.site blogspot.com wordpress.com weebly.com webnode.com webnode.es "
    "webnode.mx jimdosite.com jimdofree.com godaddysites.com mystrikingly.com myshopify.com "
    "squarespace.com tilda.ws ucoz.ru ucoz.ua ucoz.net narod.ru github.io gitlab.io netlify.app "
    "vercel.app pages.dev web.app firebaseapp.com herokuapp.com site123.me carrd.co ueniweb.com "
    "000webhostapp.com altervista.org prom.ua negocio.site".split(),
)
# Hosts of mailboxes and pages for everybody: to share one is to share nothing.
PUBLIC_HOSTS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com yahoo.com icloud.com proton.me "
    "protonmail.com ukr.net mail.ru gmx.de gmx.net web.de aol.com live.com facebook.com "
    "instagram.com linkedin.com t.me telegram.me wa.me google.com example.org "
    "i.ua meta.ua bigmir.net online.ua tut.by me.com mac.com pm.me inbox.ru inbox.lv list.ru "
    "bk.ru ya.ru uol.com.br bol.com.br terra.com.br ig.com.br naver.com daum.net hanmail.net qq.com "
    "163.com 126.com sina.com foxmail.com libero.it virgilio.it tin.it wp.pl o2.pl onet.pl op.pl "
    "interia.pl seznam.cz abv.bg orange.fr wanadoo.fr free.fr sfr.fr laposte.net t-online.de "
    "freenet.de cantv.net une.net.co prodigy.net.mx comcast.net verizon.net att.net "
    "sbcglobal.net btinternet.com fastmail.com hushmail.com emirates.net.ae eim.ae cyberia.net.lb "
    "linktr.ee bit.ly youtube.com youtu.be tiktok.com twitter.com x.com vk.com ok.ru "
    "whatsapp.com".split(),
)
# Providers with a domain in each country (hotmail.es, yahoo.com.mx), by the label before it.
_PROVIDERS = frozenset(
    "gmail googlemail outlook hotmail yahoo ymail rocketmail live msn icloud aol gmx proton "
    "protonmail tutanota tuta zoho yandex rambler rediffmail mail email webmail inbox".split(),
)


def site_domain(text: str) -> str:
    """The domain that a site's holder has; empty for no site, or a host of everybody's pages.

    >>> site_domain("https://www.tienda.altoverde.com.mx/es"), site_domain("facebook.com/altoverde")
    ('altoverde.com.mx', '')
    """
    return _held(site_key(text))


def mail_domain(text: str) -> str:
    """The domain of a mailbox that is a company's own; empty for no address or a provider's.

    >>> mail_domain("ventas@mx.altoverde.example"), mail_domain("altoverde@hotmail.es")
    ('altoverde.example', '')
    """
    return _held(site_key(email_key(text).rpartition("@")[2]))


def _held(host: str) -> str:
    """The part of a host that somebody registered; a builder's customer keeps their own name."""
    labels = host.split(".")
    kept = labels[-3 if _is_suffix(labels[-2:]) else -2 :]
    domain = ".".join(kept)
    is_public = domain in PUBLIC_HOSTS or domain in _BUILDERS or kept[0] in _PROVIDERS
    return "" if is_public else domain


def _is_suffix(last: list[str]) -> bool:
    """Whether two labels are below whom names are given out, and no name themselves."""
    is_countrys = len(last[-1]) == _COUNTRY and last[0] in _SECOND_LEVEL
    return is_countrys or ".".join(last) in _BUILDERS
