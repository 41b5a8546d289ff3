"""What the clinic keeps. Its pages are Django's own administration, which nobody here wrote."""

from django.db import models


def choices(*words):
    return [(word, word) for word in words]


class Patient(models.Model):
    number = models.CharField("personal number", max_length=20, unique=True)
    family_name = models.CharField(max_length=80)
    given_name = models.CharField(max_length=80)
    birth_date = models.DateField()

    def __str__(self):
        return self.number


class Visit(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    unit = models.CharField(max_length=80)
    reason = models.CharField(max_length=200)


class Stay(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    ward = models.CharField(max_length=80)
    bed = models.CharField(max_length=10, choices=choices("1:1", "1:2"))


class Order(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    test = models.CharField(max_length=80, choices=choices("Troponin T, plasma", "Potassium", "CRP"))
    status = models.CharField(
        max_length=20, default="Ordered", choices=choices("Ordered", "Collected", "Answered")
    )

    def __str__(self):
        return f"Order {self.pk}"


class Answer(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    value = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=20)


class Observation(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE)
    breathing = models.IntegerField()
    saturation = models.IntegerField()
    oxygen = models.CharField(max_length=20, choices=choices("Room air", "Oxygen"))
    pressure = models.IntegerField()
    pulse = models.IntegerField()
    consciousness = models.CharField(max_length=1, choices=choices("A", "C", "V", "P", "U"))
    temperature = models.DecimalField(max_digits=4, decimal_places=1)
