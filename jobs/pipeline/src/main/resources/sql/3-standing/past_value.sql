-- past_value: what the institutions of past_institution were standing with
-- grain:  one row per scene, institution and measure of the whole or of a domain with a value
-- key:    scene, institution_code, measure_no
-- units:  value_micro as in measure_value
-- reads:  past_institution, measure_value, benchmark_measure, former_value
with

measure as (
    select measure_no, measure_kind, measure_id from benchmark_measure where measure_kind <> 'indicator'
)

select past_institution.scene, past_institution.institution_code, measure_value.measure_no, measure_value.value_micro
from past_institution
inner join measure_value on measure_value.row_key = past_institution.row_key
inner join measure on measure.measure_no = measure_value.measure_no
union all
select past_institution.scene, past_institution.institution_code, measure.measure_no, former_value.value_micro
from past_institution
inner join former_value on former_value.institution_code = past_institution.institution_code
inner join measure
    on measure.measure_kind = former_value.measure_kind and measure.measure_id = former_value.measure_id
where past_institution.row_key is null
