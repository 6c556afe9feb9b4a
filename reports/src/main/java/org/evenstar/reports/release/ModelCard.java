package org.evenstar.reports.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenstar.reports.ReportException;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import tools.jackson.core.JacksonException;

/** The model a release was computed with. */
public record ModelCard(Model model) {

  static Optional<ModelCard> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ModelCard(Json.MAPPER.readValue(Files.readString(file), Model.class)));
    } catch (IOException | JacksonException e) {
      throw new ReportException(
          "Cannot read '" + file + "': " + e.getMessage() + "; verify the release", e);
    }
  }

  /** Name of a domain or indicator; the code itself when unknown. */
  Optional<LocalText> name(String kind, String code) {
    return kind.equals("domain")
        ? model.domains().stream()
            .filter(domain -> domain.domainId().equals(code))
            .map(Model.Domain::name)
            .findFirst()
        : model.indicators().stream()
            .filter(indicator -> indicator.indicatorId().equals(code))
            .map(Model.Indicator::name)
            .findFirst();
  }
}
