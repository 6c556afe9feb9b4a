-- past_institution: who stood in the release before, by today's method
-- grain:  one row per scene and institution
-- key:    scene, institution_code
-- units:  scene 1: the data as they were known then; 2: as they are known now. row_key of the dossier
--         that gives its values, none where only what was told then is left
-- reads:  former_institution, dossier, benchmark_dossier, region_leaf, sector_key,
--         organisation_type_key
-- A dossier of the same revision is read by today's method in both scenes. One revised or withdrawn
-- since keeps in scene 1 what was told of it then.
with

located as (
    select
        former_institution.institution_code,
        former_institution.region_code,
        former_institution.sector_id,
        former_institution.organisation_type,
        benchmark_dossier.row_key,
        benchmark_dossier.region_leaf_no,
        benchmark_dossier.organisation_type_part,
        benchmark_dossier.sector_part,
        coalesce(
            benchmark_dossier.row_key is not null and dossier.revision = former_institution.revision, false
        ) as is_same
    from former_institution
    -- none where it was withdrawn
    left join dossier
        on dossier.body_id = former_institution.body_id and dossier.dossier_no = former_institution.dossier_no
    left join benchmark_dossier on benchmark_dossier.row_key = dossier.row_key
),

final as (
    select
        1 as scene, located.institution_code, located.row_key,
        located.region_leaf_no, located.organisation_type_part, located.sector_part
    from located
    where located.is_same
    union all
    select
        1 as scene, located.institution_code, cast(null as bigint) as row_key,
        -- a region that nobody has any more shares no rule by region
        coalesce(region_leaf.region_leaf_no, -1) as region_leaf_no,
        organisation_type_key.cell_part as organisation_type_part,
        sector_key.cell_part as sector_part
    from located
    inner join sector_key on sector_key.code = located.sector_id
    inner join organisation_type_key on organisation_type_key.code = located.organisation_type
    left join region_leaf on region_leaf.region_code = located.region_code
    where not located.is_same
    union all
    select
        2 as scene, located.institution_code, located.row_key,
        located.region_leaf_no, located.organisation_type_part, located.sector_part
    from located
    where located.row_key is not null
)

select scene, institution_code, row_key, region_leaf_no, organisation_type_part, sector_part from final
