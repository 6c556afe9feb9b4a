import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * The peer of {@code evenstar run} on the food hygiene ratings: plain DuckDB reads the same files and
 * computes the same means by hand-written SQL, and does nothing else (no row numbers, no reasons, no
 * recomputed stars, no release).
 *
 * <p>{@code java -cp jobs/cli/target/lib/* docs/benchmarks/PlainDuckDb.java RUN_FOLDER THREADS}
 */
public final class PlainDuckDb {
  private PlainDuckDb() {}

  public static void main(String[] args) throws Exception {
    Path run = Path.of(args[0]);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("set threads = " + args[1]);
      sql.execute(
          "create table rating as select regexp_extract(filename, '([0-9]+)\\.csv$', 1) as file,"
              + " businessname, ratingvalue, try_cast(structural as integer) as structural,"
              + " try_cast(hygiene as integer) as hygiene,"
              + " try_cast(confidenceinmanagement as integer) as confidence,"
              + " try_cast(ratingvalue as integer) as star,"
              + " ' ' || trim(regexp_replace(regexp_replace(lower(businessname), '[''’`]', '', 'g'),"
              + " '[^a-z0-9]+', ' ', 'g')) || ' ' as words"
              + " from read_csv('"
              + run.resolve("landing")
              + "/*.csv', filename = true, all_varchar = true, header = true, quote = '\"', escape = '\"')");
      sql.execute(
          "create table body as select body_id, home_region, unnest(file_keys) as file from read_json('"
              + run.resolve("config/bodies.json")
              + "')");
      sql.execute(
          "create table keyword as select row_number() over () as rank, k.keyword, k.sector_id from"
              + " (select unnest(keywords) as k from read_json('"
              + run.resolve("config/sectors.json")
              + "'))");
      // a keyword is one to three whole words: look up every run of words, not every keyword
      sql.execute(
          "create table phrase as with word as (select rowid as id, string_split(trim(words), ' ') as w"
              + " from rating), start as (select id, w, unnest(range(1, len(w) + 1)) as i from word)"
              + " select id, w[i] as p from start union all"
              + " select id, w[i] || ' ' || w[i + 1] from start where i < len(w) union all"
              + " select id, w[i] || ' ' || w[i + 1] || ' ' || w[i + 2] from start where i + 1 < len(w)");
      sql.execute(
          "create table sector as select phrase.id, arg_min(keyword.sector_id, keyword.rank) as sector_id"
              + " from phrase join keyword on keyword.keyword = phrase.p group by phrase.id");
      sql.execute(
          "create table classified as select body.body_id, body.home_region as region,"
              + " coalesce(sector.sector_id, 'other') as sector, star, hygiene, structural, confidence"
              + " from rating join body on body.file = rating.file"
              + " left join sector on sector.id = rating.rowid");
      for (String by : new String[] {"region", "sector", "body_id", "region, sector"}) {
        try (ResultSet rows =
            sql.executeQuery(
                "select "
                    + by
                    + ", count(*), count(star), avg(star), stddev_samp(star), quantile_cont(star,"
                    + " [0.25, 0.5, 0.75]), avg(hygiene), avg(structural), avg(confidence),"
                    + " avg(hygiene + structural + confidence) from classified group by "
                    + by
                    + " order by all")) {
          int n = 0;
          while (rows.next()) {
            n++;
          }
          System.out.println(by + ": " + n + " means");
        }
      }
      try (ResultSet rows =
          sql.executeQuery("select avg(star) from classified where region = 'London'")) {
        rows.next();
        System.out.println("London " + rows.getDouble(1));
      }
    }
    Files.size(run);
  }
}
