-- own_score: what each institution scored on every item delivered
-- grain:  one row per institution and item
-- key:    institution_code, item_no
-- units:  score_micro on 0…1 in millionths
-- reads:  peer_institution, landed_score, model_item, dossier
select
    coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
    model_item.item_no,
    model_item.item_id,
    landed_score.raw,
    landed_score.score_micro,
    landed_score.absence,
    dossier.model_id,
    dossier.model_version
from landed_score
inner join peer_institution on peer_institution.row_key = landed_score.row_key
inner join model_item on model_item.item_no = landed_score.item_no
inner join dossier on dossier.row_key = peer_institution.row_key
