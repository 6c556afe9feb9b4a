-- own_measure: what each institution is benchmarked on, with its trait
-- grain:  one row per institution and measure with a value
-- key:    row_key, measure_no
-- units:  value_micro as in measure_value
-- reads:  peer_institution, peer_trait, measure_value
select
    peer_institution.row_key,
    peer_trait.trait_no,
    measure_value.measure_no,
    measure_value.value_micro
from measure_value
inner join peer_institution on peer_institution.row_key = measure_value.row_key
inner join peer_trait
    on peer_trait.region_leaf_no = peer_institution.region_leaf_no
    and peer_trait.organisation_type_part = peer_institution.organisation_type_part
    and peer_trait.sector_part = peer_institution.sector_part
