-- star_mismatch: dossiers whose awarded star does not follow from their own scores
-- grain:  one row per current dossier with both stars, differing
-- key:    row_key
-- reads:  dossier
select
    row_key, body_id, dossier_no, period, awarded_star, recomputed_star,
    delivery_id, file, sheet, row_number
from dossier
where awarded_star is not null and recomputed_star is not null and awarded_star <> recomputed_star
