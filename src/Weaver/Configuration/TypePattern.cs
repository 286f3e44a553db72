using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Weft.Fody.Configuration;

/// <summary>
/// One entry of <c>Exclude</c>: the full name of a type, with <c>*</c> for any characters. <c>Shop.Reports.*</c> names everything in a
/// namespace and below it; a type brings what is nested in it along. Nested types are written with a dot, generic ones without their arity.
/// </summary>
internal sealed class TypePattern(string text)
{
    private readonly Regex _regex = new("^" + Regex.Escape(text).Replace("\\*", ".*") + "$", RegexOptions.CultureInvariant);

    public bool Matches(TypeDefinition type) => _regex.IsMatch(PlainName(type));

    private static string PlainName(TypeDefinition type) => Regex.Replace(type.FullName.Replace('/', '.'), "`[0-9]+", "");
}
