import java.nio.file.*;
import org.evenstar.api.*;
import org.evenstar.stats.*;
import org.evenstar.stats.benchmark.*;
import org.evenstar.notebooks.*;
System.out.println("Evenstar: Release release = Evenstar.open(Path.of(\"../out\")); System.out.println(release.benchmark().limit(5).table());");
