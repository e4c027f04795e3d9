"""The eight needs of a customer that the stages of every journey model are made of."""

from enum import StrEnum


class Moment(StrEnum):
    """One need of a customer; a stage of a model covers one or more of them, in this order."""

    UNAWARE = "unaware"
    SEARCHING = "searching"
    COMPARING = "comparing"
    ENGAGING = "engaging"
    BUYING = "buying"
    USING = "using"
    RETURNING = "returning"
    RECOMMENDING = "recommending"
