package org.evenstar.pipeline.publish.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Publication;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * {@code dcat.jsonld} of a tier: a DCAT 3 catalogue in the terms of DCAT-AP 3, where each dataset
 * is a schema.org Dataset, too. Addresses are relative to the file, so a folder may lie anywhere.
 */
final class DcatCatalogue {
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final Map<String, Object> CONTEXT =
      Map.of(
          "adms", "http://www.w3.org/ns/adms#",
          "dcat", "http://www.w3.org/ns/dcat#",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "schema", "https://schema.org/",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  private DcatCatalogue() {}

  static Map<String, Object> of(DescribedTier tier) {
    Map<String, Object> catalogue = new LinkedHashMap<>();
    catalogue.put("@context", CONTEXT);
    catalogue.put("@id", "dcat.jsonld");
    catalogue.put("@type", "dcat:Catalog");
    catalogue.put("dct:title", inBoth(tier.title()));
    catalogue.put("dct:description", inBoth(tier.caution()));
    catalogue.put("dct:publisher", publisher(tier));
    catalogue.put("dct:identifier", tier.name() + "/" + tier.head().releaseId());
    catalogue.put("dct:language", languages());
    if (tier.publication().licence() != null) {
      catalogue.put("dct:license", licence(tier.publication().licence()));
    }
    catalogue.put("dcat:dataset", tier.datasets().stream().map(d -> dataset(tier, d)).toList());
    return catalogue;
  }

  private static Map<String, Object> dataset(DescribedTier tier, DescribedDataset dataset) {
    DatasetSchema schema = dataset.schema();
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("@id", "dcat.jsonld#" + dataset.name());
    described.put("@type", List.of("dcat:Dataset", "schema:Dataset"));
    for (String key : List.of("dct:title", "schema:name")) {
      described.put(key, inBoth(schema.title()));
    }
    LocalText about =
        new LocalText(
            schema.title().zh() + "：" + schema.grain().zh() + "。" + tier.caution().zh(),
            schema.title().en() + ": " + schema.grain().en() + ". " + tier.caution().en());
    for (String key : List.of("dct:description", "schema:description")) {
      described.put(key, inBoth(about));
    }
    described.put("dct:identifier", dataset.name() + "/" + tier.head().releaseId());
    described.put("dcat:version", tier.head().releaseId());
    described.put("schema:version", tier.head().releaseId());
    described.put("dct:publisher", publisher(tier));
    described.put("dct:language", languages());
    described.put(
        "dct:temporal",
        Map.of(
            "@type",
            "dct:PeriodOfTime",
            "dcat:endDate",
            Map.of("@type", "xsd:date", "@value", tier.head().asOf())));
    Publication.Licence licence = tier.publication().licence();
    if (licence != null) {
      described.put("schema:license", Map.of("@id", licence.url()));
    }
    described.put(
        "schema:variableMeasured", schema.columns().stream().map(DcatCatalogue::variable).toList());
    List<Object> distributions = new ArrayList<>();
    distributions.add(distribution(tier, dataset.csv(), "CSV", "text/csv"));
    if (dataset.hasParquet()) {
      distributions.add(
          distribution(tier, dataset.parquet(), "PARQUET", "application/vnd.apache.parquet"));
    }
    described.put("dcat:distribution", distributions);
    return described;
  }

  private static Map<String, Object> distribution(
      DescribedTier tier, String file, String format, String mediaType) {
    Map<String, Object> distribution = new LinkedHashMap<>();
    distribution.put("@id", "dcat.jsonld#" + file);
    distribution.put("@type", List.of("dcat:Distribution", "schema:DataDownload"));
    distribution.put(
        "dcat:accessURL",
        Map.of("@id", file, "@type", "http://www.w3.org/2000/01/rdf-schema#Resource"));
    distribution.put("dcat:downloadURL", Map.of("@id", file));
    distribution.put("schema:contentUrl", Map.of("@id", file));
    distribution.put("schema:encodingFormat", mediaType);
    distribution.put(
        "dct:format",
        Map.of("@id", AUTHORITY + "file-type/" + format, "@type", "dct:MediaTypeOrExtent"));
    distribution.put("dcat:mediaType", Map.of("@id", IANA + mediaType, "@type", "dct:MediaType"));
    if (tier.publication().licence() != null) {
      distribution.put("dct:license", licence(tier.publication().licence()));
    }
    return distribution;
  }

  private static Map<String, Object> variable(DatasetSchema.Column column) {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("@type", "schema:PropertyValue");
    variable.put("schema:name", column.name());
    variable.put("schema:description", inBoth(column.description()));
    if (column.unit() != null) {
      variable.put("schema:unitText", column.unit());
    }
    return variable;
  }

  private static Map<String, Object> publisher(DescribedTier tier) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@id", "dcat.jsonld#publisher");
    publisher.put("@type", "foaf:Agent");
    publisher.put("foaf:name", inBoth(tier.publisher()));
    if (tier.publication().publisherUrl() != null) {
      publisher.put("foaf:homepage", Map.of("@id", tier.publication().publisherUrl()));
    }
    return publisher;
  }

  private static Map<String, Object> licence(Publication.Licence licence) {
    return Map.of("@id", licence.url(), "@type", "dct:LicenseDocument");
  }

  private static List<Object> languages() {
    return List.of(
        Map.of("@id", AUTHORITY + "language/ZHO", "@type", "dct:LinguisticSystem"),
        Map.of("@id", AUTHORITY + "language/ENG", "@type", "dct:LinguisticSystem"));
  }

  private static List<Object> inBoth(LocalText text) {
    return List.of(
        Map.of("@value", text.zh(), "@language", "zh"),
        Map.of("@value", text.en(), "@language", "en"));
  }
}
