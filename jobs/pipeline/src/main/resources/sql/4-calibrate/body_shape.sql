-- body_shape: by body, the sums behind the checks of a scorer's habits
-- grain:  one row per body with scored ordinary dossiers
-- key:    body_id
-- units:  sums of millionths of the scale, squares in 10^-12; late_ counts the last ten days of a quarter
-- reads:  dossier_residual, dossier
select
    dossier_residual.body_id,
    cast(count(*) as bigint) as n,
    cast(sum(dossier_residual.residual_micro) as bigint) as sum_micro,
    cast(
        sum(
            cast(dossier_residual.residual_micro as decimal(19, 0))
            * cast(dossier_residual.residual_micro as decimal(19, 0))
        ) as decimal(38, 0)
    ) as square,
    cast(sum(case when dossier_residual.n_items >= 10 then 1 else 0 end) as bigint) as n_long,
    cast(
        sum(case when dossier_residual.n_items >= 10 and dossier_residual.is_straight then 1 else 0 end) as bigint
    ) as n_straight,
    cast(count(dossier.assessed_on) as bigint) as n_dated,
    cast(
        sum(
            case
                when extract(month from dossier.assessed_on) % 3 = 0 and extract(day from dossier.assessed_on) >= 21
                    then 1
                else 0
            end
        ) as bigint
    ) as n_late,
    cast(sum(case when dossier_residual.is_complete then 1 else 0 end) as bigint) as n_complete,
    cast(sum(case when dossier_residual.is_complete then dossier_residual.domain_sum_micro else 0 end) as bigint)
        as total_micro,
    cast(
        sum(
            case
                when dossier_residual.is_complete
                    then
                        cast(dossier_residual.domain_sum_micro as decimal(19, 0))
                        * cast(dossier_residual.domain_sum_micro as decimal(19, 0))
                else 0
            end
        ) as decimal(38, 0)
    ) as total_square,
    cast(
        sum(
            case when dossier_residual.is_complete then cast(dossier_residual.domain_square as decimal(19, 0)) else 0 end
        ) as decimal(38, 0)
    ) as domain_square
from dossier_residual
inner join dossier on dossier.row_key = dossier_residual.row_key
group by dossier_residual.body_id
