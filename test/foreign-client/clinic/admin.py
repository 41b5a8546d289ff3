"""The pages: what each list shows and is searched by. The rest is Django's."""

from django.contrib import admin

from .models import Answer, Observation, Order, Patient, Stay, Visit


@admin.register(Patient)
class PatientAdmin(admin.ModelAdmin):
    list_display = ["number", "family_name", "given_name"]
    search_fields = ["number"]


@admin.register(Visit)
class VisitAdmin(admin.ModelAdmin):
    list_display = ["id", "patient", "unit", "reason"]
    search_fields = ["patient__number"]


@admin.register(Stay)
class StayAdmin(admin.ModelAdmin):
    list_display = ["id", "patient", "ward", "bed"]
    search_fields = ["patient__number"]


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["id", "patient", "test", "status"]
    search_fields = ["patient__number"]


@admin.register(Answer)
class AnswerAdmin(admin.ModelAdmin):
    list_display = ["id", "order", "value", "unit"]
    search_fields = ["=order__id"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        Order.objects.filter(pk=obj.order_id).update(status="Answered")


@admin.register(Observation)
class ObservationAdmin(admin.ModelAdmin):
    list_display = [
        *["id", "patient", "breathing", "saturation", "oxygen"],
        *["pressure", "pulse", "consciousness", "temperature"],
    ]
    search_fields = ["patient__number"]
