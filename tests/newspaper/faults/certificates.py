"""TLS certificates that nobody should believe, made when they are asked for."""

import ssl
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

YEAR = timedelta(days=365)
_SIGNS = x509.KeyUsage(
    key_cert_sign=True,
    crl_sign=True,
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        private = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return private + self.certificate.public_bytes(serialization.Encoding.PEM)


def context(kind: str, host: str) -> ssl.SSLContext:
    """A server's context: ``self_signed``, or ``expired``, ``wrong_name``, ``sound`` from our own authority."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pair.pem")
        path.write_bytes(_leaf(kind, host).pem)
        made.load_cert_chain(path)
    return made


def authority_pem() -> bytes:
    """The authority's certificate: a client that trusts it has only the fault itself left to object to."""
    return _authority().certificate.public_bytes(serialization.Encoding.PEM)


@cache
def _authority() -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Faulty Authority")
    made = (
        _draft(name, name, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Pair(made.sign(key, hashes.SHA256()), key)


def _leaf(kind: str, host: str) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("faulty.example")
    signer = Pair(_authority().certificate, key) if kind == "self_signed" else _authority()
    issuer = name if kind == "self_signed" else signer.certificate.subject
    named = x509.DNSName("other.example") if kind == "wrong_name" else x509.IPAddress(ip_address(host))
    age = 2 * YEAR if kind == "expired" else timedelta(days=1)
    issued_by = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key())
    draft = (
        _draft(name, issuer, key, age)
        .add_extension(x509.SubjectAlternativeName([named]), critical=False)
        .add_extension(issued_by, critical=False)  # Python 3.13 insists on it
    )
    return Pair(draft.sign(signer.key, hashes.SHA256()), key)


def _draft(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, age: timedelta = timedelta(days=1)
) -> x509.CertificateBuilder:
    """A certificate that is ``age`` old and good for a year from its beginning."""
    begins = datetime.now(UTC) - age
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + YEAR)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])
