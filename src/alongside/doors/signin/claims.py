"""What a provider of single sign-on says of somebody, checked claim by claim. Whatever is not as it must be is nonsense, in a sentence."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import jwt
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import constant_time_compare

# Signed with the provider's private key. Never "none", never a shared secret.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
LEEWAY = 60  # seconds between two clocks
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
Ask = Callable[[str], Any]


class Nonsense(Exception):
    """An answer that cannot be relied on; the message says what is wrong with it, for whoever runs the installation. Names nobody."""


class Somebody(NamedTuple):
    """key: the provider and who they are there, hashed. email: empty where the provider does not vouch for one."""

    key: str
    email: str


def checked_configuration(told: Any, *, issuer: str) -> dict[str, Any]:
    """Raises Nonsense for a document that is another provider's, or lacks an address, or sends us over plain http."""
    if not isinstance(told, dict) or str(told.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
        raise Nonsense("The provider's configuration is not that of the issuer asked.")
    scheme = urlsplit(issuer).scheme
    for name in ENDPOINTS:
        address = told.get(name)
        if address is None and name == "userinfo_endpoint":
            continue
        if not isinstance(address, str) or urlsplit(address).scheme not in ("https", scheme) or not urlsplit(address).hostname:
            raise Nonsense(f"The provider's configuration has no sound {name}.")
    return told


def checked_claims(token: Any, *, keys: Any, configuration: Mapping[str, Any], client: str, nonce: str) -> dict[str, Any]:
    """What the signed token says. Raises Nonsense for a signature, issuer, audience, time or nonce that is not right."""
    try:
        key = _key(token, keys)
        required = {"require": ["iss", "aud", "exp", "iat", "sub"]}
        issuer = configuration["issuer"]
        said = jwt.decode(token, key, algorithms=ALGORITHMS, audience=client, issuer=issuer, leeway=LEEWAY, options=required)  # type: ignore[arg-type]
    except (jwt.PyJWTError, TypeError, ValueError, KeyError, AttributeError) as fault:
        raise Nonsense(f"The token is not sound: {type(fault).__name__}.") from fault
    if said.get("azp", client) != client:
        raise Nonsense("The token is meant for somebody else.")
    if not constant_time_compare(str(said.get("nonce", "")), nonce):
        raise Nonsense("The token answers another question: its nonce is not ours.")
    if not isinstance(said["sub"], str) or not said["sub"]:
        raise Nonsense("The token does not say who it is about.")
    return dict(said)


def _key(token: Any, keys: Any) -> Any:
    wanted = jwt.get_unverified_header(token).get("kid")
    usable = [one for one in jwt.PyJWKSet.from_dict(keys).keys if one.public_key_use in (None, "sig")]
    fitting = [one for one in usable if one.key_id == wanted] if wanted else usable
    if len(fitting) != 1:
        raise ValueError("no key fits")
    return fitting[0]


def somebody(said: Mapping[str, Any], more: Any, *, vouches: bool) -> Somebody:
    """Who it is. more: what the provider says beside the token, or None. vouches: its addresses count although it does not say so.

    Raises Nonsense where the two are about different people.
    """
    if more is not None and (not isinstance(more, dict) or more.get("sub") != said["sub"]):
        raise Nonsense("What the provider says beside the token is about somebody else.")
    told = said if said.get("email") else more or {}
    email, verified = told.get("email"), told.get("email_verified")
    counts = (verified is True or (vouches and verified is None)) and _is_address(email)
    key = hashlib.sha256(f"{said['iss']}|{said['sub']}".encode()).hexdigest()
    return Somebody(key, str(email).strip().lower() if counts else "")


def _is_address(email: Any) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return isinstance(email, str)
