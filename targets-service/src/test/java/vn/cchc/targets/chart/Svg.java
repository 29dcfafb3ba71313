package vn.cchc.targets.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, as a reader of its texts sees it. */
public record Svg(Document document) {

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})");

    /** Fails unless it is well-formed. */
    public static Svg parse(String svg) {
        try {
            return new Svg(DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    public String title() {
        return texts("title").findFirst().orElseThrow();
    }

    public String description() {
        return texts("desc").findFirst().orElseThrow();
    }

    /** Each line of text in the picture. */
    public List<String> texts() {
        return Stream.concat(texts("text"), texts("tspan")).toList();
    }

    List<String> elements() {
        return all("*").map(Element::getLocalName).toList();
    }

    List<String> attributes(String name) {
        return all("*").map(element -> element.getAttribute(name)).filter(value -> !value.isEmpty()).distinct().toList();
    }

    List<String> colours() {
        // A line has nothing to fill.
        Stream<String> fills = all("*").filter(element -> !element.getLocalName().equals("line"))
                .map(element -> element.getAttribute("fill"));
        return Stream.concat(fills, attributes("stroke").stream()).distinct()
                .filter(colour -> RGB.matcher(colour).matches() || HEX.matcher(colour).matches()).toList();
    }

    static boolean isGrey(String colour) {
        return Stream.of(RGB.matcher(colour), HEX.matcher(colour)).filter(match -> match.matches())
                .allMatch(match -> match.group(1).equals(match.group(2)) && match.group(2).equals(match.group(3)));
    }

    private Stream<String> texts(String element) {
        return all(element).map(each -> each.getTextContent().strip());
    }

    private Stream<Element> all(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
