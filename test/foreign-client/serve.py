"""Serves the clinic on 127.0.0.1: serve.py FOLDER [FAULT]. Passwords come from CLINIC_PASSWORD."""

import json
import os
import sys
from pathlib import Path

import django
from django.conf import settings

folder, fault = Path(sys.argv[1]), (sys.argv[2:] or [""])[0]
sys.path.insert(0, str(Path(__file__).parent))

settings.configure(
    SECRET_KEY="nothing here is secret" * 3,
    DEBUG=True,
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "clinic",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "clinic.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    STATIC_URL="/static/",
    USE_TZ=True,
)
django.setup()

from clinic import admin as pages  # noqa: E402
from django.contrib import admin  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import path  # noqa: E402

urlpatterns = [path("", admin.site.urls)]


def order_lost(self, request, obj, *rest, **named):
    """The page says that the order is saved, and it is gone."""
    response = admin.ModelAdmin.response_add(self, request, obj, *rest, **named)
    obj.delete()
    return response


def answered_waits(self, request, obj, form, change):
    """What is answered comes back among what waits."""
    admin.ModelAdmin.save_model(self, request, obj, form, change)
    type(obj.order).objects.filter(pk=obj.order_id).update(status="Ordered")


FAULTS = {
    "": lambda: None,
    "order-lost": lambda: setattr(pages.OrderAdmin, "response_add", order_lost),
    "answered-waits": lambda: setattr(pages.AnswerAdmin, "save_model", answered_waits),
}
FAULTS[fault]()


class Silent(WSGIRequestHandler):
    def log_message(self, *_):
        pass


call_command("migrate", run_syncdb=True, verbosity=0)
for role in ["registry", "medical-secretary", "nurse", "physician", "biomedical-scientist"]:
    User.objects.create_superuser(role, "", os.environ["CLINIC_PASSWORD"])
server = ThreadedWSGIServer(("127.0.0.1", 0), Silent)
server.set_app(StaticFilesHandler(get_wsgi_application()))
print(json.dumps({"listening": f"http://127.0.0.1:{server.server_port}/"}), flush=True)
server.serve_forever()
