using System.Text.RegularExpressions;

namespace Weft.Fody.Configuration;

/// <summary>
/// One entry of <c>Exclude</c>, for weaver and rules alike: the full name of a type, with <c>*</c> for any characters. <c>Shop.Reports.*</c> names everything in a
/// namespace and below it; a type brings what is nested in it along. Nested types are written with a dot, generic ones without their arity.
/// </summary>
internal sealed class TypePattern(string text)
{
    private readonly Regex _regex = new("^" + Regex.Escape(text).Replace("\\*", ".*") + "$", RegexOptions.CultureInvariant);

    /// <param name="type">The type's full name in metadata.</param>
    public bool Matches(string type) => _regex.IsMatch(PlainName(type));

    private static string PlainName(string type) => Regex.Replace(type.Replace('/', '.').Replace('+', '.'), "`[0-9]+", "");
}
