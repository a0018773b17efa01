"""What the service can do, in the words of the reconciliation API 0.2."""

from urllib.parse import urlencode

from tamiz.web.api.asked import Asked
from tamiz.web.api.lists import ALL
from tamiz.web.api.refine_shapes import TYPES, Manifest, Type

KEY = "api_key"  # OpenRefine sends no header of its own: its token stands in the address
BATCH = 10  # queries that a client should send at once: an answer then takes a tenth of a second

PROPERTIES = {
    "name": "Name", "alias": "Other name", "weakAlias": "Weak other name",
    "previousName": "Former name", "firstName": "Given name", "lastName": "Family name",
    "fatherName": "Patronymic", "motherName": "Mother's family name", "birthDate": "Birth date",
    "birthPlace": "Birth place", "birthCountry": "Birth country", "nationality": "Nationality",
    "gender": "Sex", "passportNumber": "Passport number", "idNumber": "Number of an identity document",
    "taxNumber": "Tax number", "registrationNumber": "Register number", "phone": "Phone",
    "email": "E-mail", "website": "Web site", "address": "Address", "country": "Country",
    "topics": "Topics", "programId": "Programme of sanctions", "position": "Position",
    "sourceUrl": "Address of the source", "notes": "The list's own line",
}  # fmt: skip


def manifest(asked: Asked) -> Manifest:
    """The manifest of a dataset."""
    dataset = asked.found["dataset"]
    base = asked.request.build_absolute_uri(f"/api/reconcile/{dataset}")
    key = asked.text(KEY)
    tail = f"?{urlencode({KEY: key})}" if key else ""
    return {
        "versions": ["0.2"],
        "name": "Tamiz" if dataset == ALL else f"Tamiz, {dataset}",
        "identifierSpace": asked.request.build_absolute_uri("/api/entities/"),
        "schemaSpace": "https://followthemoney.tech/explorer/schemata/",
        "view": {"url": f"{base}/preview/{{{{id}}}}{tail}"},
        "batchSize": BATCH,
        "defaultTypes": [Type(id=key, name=name) for key, name in TYPES.items()],
        "preview": {"url": f"{base}/preview/{{{{id}}}}{tail}", "width": 430, "height": 300},
        "suggest": {
            kind: {"service_url": base, "service_path": f"/suggest/{kind}{tail}"}
            for kind in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": f"/extend/property{tail}"},
            "property_settings": [
                {
                    "name": "limit", "label": "Limit", "type": "number", "default": 0,
                    "help_text": "Most values of a row; 0 for all of them",
                }
            ],
        },
    }  # fmt: skip
