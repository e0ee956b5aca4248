"""Every question and every value a case file may hold (model.md section 2 and 3, case-format.md)."""

from __future__ import annotations

BOROUGHS = (
    "bolton", "bury", "manchester", "oldham", "rochdale", "salford", "stockport", "tameside", "trafford",
    "wigan", "other",
)  # fmt: skip
EMERGENCY_SIGNS = (
    "not_breathing_normally", "unresponsive_drowsy", "fit", "pale_floppy", "head_injury_signs",
    "baby_head_impact", "heavy_bleeding", "suspected_fracture", "abdominal_injury", "burn_needing_care",
    "nonblanching_rash_unwell", "strangulation_signs", "other", "unsure",
)  # fmt: skip
MOBILE = ("walking", "independent_wheelchair", "early_mobile")
IMMOBILE = ("not_rolling", "rolling_only", "not_mobile_disability", "temporarily_immobile", "unsure")
DISCLOSURES = ("child_said", "adult_admitted", "witness_saw", "unsure")
EXPLANATIONS = (
    "witnessed_independently", "consistent", "none", "not_sought", "unsure_if_fits", "unsafe_to_ask",
    "inconsistent", "changing", "implausible_for_development", "attributed_to_child_or_sibling",
    "cultural_practice",
)  # fmt: skip
FEATURES = (
    "shape_of_implement", "shape_of_hand", "bite_not_young_child", "petechiae", "same_injury_again",
    "burn_pattern", "cluster", "symmetrical", "three_or_more_off_shins", "alike", "several_surfaces",
    "unsure",
)  # fmt: skip
NO_FEATURE = "bite_young_child_seen"
HIGH_CONTEXT = (
    "previous_unexplained_injury", "current_cp_plan_or_lac_or_open_s47", "cp_plan_or_step_down_last_24m",
    "recent_case_closure_12m", "domestic_abuse_current", "partner_undisclosed_or_household_unknown",
    "adult_with_violence_history", "community_or_family_concern_about_harm", "sibling_injured_or_removed",
)  # fmt: skip
CONTRIBUTORY_CONTEXT = (
    "new_partner_declared", "domestic_abuse_past", "substance_misuse", "disability_or_communication_need",
    "excessive_crying_or_exhaustion", "missed_appointments", "not_registered_with_gp",
    "carer_hard_to_engage_or_guarded", "neglect_signs", "open_cin_or_assessment",
)  # fmt: skip
SOFT_CONTEXT = ("parental_mental_health", "parental_learning_need", "young_parent")
CONTEXTS = SOFT_CONTEXT + CONTRIBUTORY_CONTEXT + HIGH_CONTEXT
MEDICAL = ("known_bleeding_disorder", "other_condition")

ONE_OF: dict[str, tuple[str, ...]] = {
    "immediate_danger": ("no", "unsure", "yes"),
    "safe_now": ("yes", "no"),
    "accounts_agree": ("yes", "unsure", "no"),
    "interpreter": ("not_needed", "independent", "relative", "none"),
    "delay": ("no", "unsure", "yes"),
    "cooperation": ("cooperating", "not_yet_approached_with_reason", "refusing", "removing_child"),
    "safe_home": ("yes", "unsure", "no"),
    "practitioner_group": (
        "registered_health", "health_not_registered", "social_care", "education_early_years", "police",
        "other",
    ),
    "same_day_review": ("yes", "unsure", "no"),
    "worker_implicated": ("no", "unsure", "yes"),
    "allocated_social_worker": ("no", "yes", "not_known"),
    "own_worry": ("not", "some", "not_said", "very"),
    "referral_outcome": ("not_yet", "accepted", "declined", "turned_back", "no_answer"),
    "pregnancy": ("no", "yes"),
    "mobility": MOBILE + IMMOBILE,
    "mobility_basis": ("observed", "health_record", "carer_said", "other"),
    "explanation": EXPLANATIONS,
}  # fmt: skip
SEVERAL_OF: dict[str, tuple[str, ...]] = {
    "emergency_signs": EMERGENCY_SIGNS,
    "disclosure": DISCLOSURES,
    "features": (*FEATURES, NO_FEATURE),
    "context": CONTEXTS,
    "medical_history": MEDICAL,
}
MAY_BE_NOT_KNOWN = ("context", "medical_history")
NEVER_NEEDED = (
    "safe_now", "weeks_early", "interpreter", "worker_implicated", "allocated_social_worker", "own_worry",
    "referral_outcome", "pregnancy", "medical_history", "household", "siblings",
)  # fmt: skip

KINDS = (
    "bruise", "petechiae", "swelling", "cut_abrasion", "burn_scald", "bite", "animal_bite", "oral_injury",
    "eye_bleed", "superficial_scratch", "unclear_mark", "other",
)  # fmt: skip
OPINIONS = ("injury_or_probable", "unsure", "probably_natural")
SEEN_BY = ("me", "colleague", "photo", "reported", "no_longer_visible")
VIEWS = ("front", "back", "left", "right", "face", "mouth", "hands_feet")
DOC_NATURES = ("birthmark", "birth_injury", "medical_cause", "bruise_or_unexplained", "unclear")
IDENTIFIED = ("yes", "no", "not_asked_unsafe")
