using System.Xml.Linq;
using Fody;

namespace Weft.Fody.Configuration;

/// <summary>The weaver's configuration: the attributes of the <c>&lt;Weft&gt;</c> element, which the package's targets write from MSBuild properties.</summary>
internal sealed class WeaverSettings
{
    private static readonly string[] _known = [nameof(Mode), nameof(Strict), nameof(Trace), nameof(Exclude)];

    /// <summary>Default <see cref="WeaverMode.Record"/>.</summary>
    public WeaverMode Mode { get; private init; }

    /// <summary>Whether a flow that ends is a warning and a method left alone is an error. Default no.</summary>
    public bool Strict { get; private init; }

    /// <summary>Whether each redirected call is reported. Default no.</summary>
    public bool Trace { get; private init; }

    /// <summary>Types that are left alone. Default none.</summary>
    public IReadOnlyList<TypePattern> Exclude { get; private init; } = [];

    /// <summary>Reads the element; throws <see cref="WeavingException"/> for an attribute or a value that is not known.</summary>
    public static WeaverSettings Read(XElement element)
    {
        foreach (XAttribute attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (!_known.Contains(attribute.Name.LocalName))
                throw new WeavingException($"Weft: the configuration attribute '{attribute.Name.LocalName}' is not known; expected one of {string.Join(", ", _known)}.");
        }

        return new WeaverSettings
        {
            Mode = ReadMode(element),
            Strict = ReadBool(element, nameof(Strict)),
            Trace = ReadBool(element, nameof(Trace)),
            Exclude = ReadExclude(element),
        };
    }

    private static WeaverMode ReadMode(XElement element)
    {
        string? text = Text(element, nameof(Mode));
        if (text is null) return WeaverMode.Record;
        foreach (WeaverMode mode in Enum.GetValues(typeof(WeaverMode)))
        {
            if (string.Equals(text, mode.ToString(), StringComparison.OrdinalIgnoreCase)) return mode;
        }
        throw new WeavingException($"Weft: WeftMode is '{text}'; expected Record, NoOp or Off.");
    }

    private static bool ReadBool(XElement element, string name)
    {
        string? text = Text(element, name);
        if (text is null) return false;
        return bool.TryParse(text, out bool value)
            ? value
            : throw new WeavingException($"Weft: the configuration attribute '{name}' is '{text}'; expected true or false.");
    }

    private static IReadOnlyList<TypePattern> ReadExclude(XElement element) =>
        (Text(element, nameof(Exclude)) ?? "")
            .Split(';')
            .Select(entry => entry.Trim())
            .Where(entry => entry.Length > 0)
            .Select(entry => new TypePattern(entry))
            .ToList();

    // The targets write an attribute from a property that may be empty: that is its default.
    private static string? Text(XElement element, string name)
    {
        string? text = element.Attribute(name)?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
