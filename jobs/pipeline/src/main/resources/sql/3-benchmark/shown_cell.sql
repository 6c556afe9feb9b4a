-- shown_cell: the cells and measures that are told, and how much of them
-- grain:  one row per told cell and measure
-- key:    cell_key
-- units:  detail is 0 for counts and means, 1 with quartiles, 2 with deciles
-- reads:  cell_count, cell_radix, told_cell, told_measure
-- A cell that is not told shows nothing, so that nothing is computed for it.
with

-- the whole cell's key is made before it is joined on: a join on a sum over both sides' columns
-- would compare every row with every other
keyed as (
    select
        cell_count.cell_key,
        cell_count.n,
        cell_count.cell_key - cell_count.cell_key % cell_radix.measure_radix
        + cell_count.cell_key % cell_radix.period_radix as dossier_cell_key
    from cell_count
    cross join cell_radix
)

select keyed.cell_key, keyed.n, coalesce(told_measure.detail, told_cell.detail) as detail
from keyed
inner join told_cell on told_cell.cell_key = keyed.dossier_cell_key
-- measures that fewer dossiers have, and so less is told of: -1 for nothing
left join told_measure on told_measure.cell_key = keyed.cell_key
where coalesce(told_measure.detail, told_cell.detail) >= 0
