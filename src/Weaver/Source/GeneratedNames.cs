using System.Text.RegularExpressions;

namespace Weft.Fody.Source;

/// <summary>
/// What C# compilers write into names they make up: <c>&lt;Main&gt;b__0_1</c> is a lambda of <c>Main</c>, <c>&lt;total&gt;5__2</c> a local that
/// lives in a state machine. The forms are stable, though no specification promises them; a form not known here gives no name.
/// </summary>
internal static class GeneratedNames
{
    private static readonly Regex _variable = new("^<(?<name>[^<>]+)>(5__[0-9]+|k__BackingField|P)$", RegexOptions.CultureInvariant);
    private static readonly Regex _parameter = new("^<>3__(?<name>[^<>]+)$", RegexOptions.CultureInvariant);
    private static readonly Regex _localFunction = new("^<.*>g__(?<name>[^|]+)\\|[0-9_]+$", RegexOptions.CultureInvariant);
    private static readonly Regex _lambda = new("^<.*>b__[0-9_]+$", RegexOptions.CultureInvariant);
    private static readonly Regex _fileLocalType = new("^<[^<>]*>F[0-9A-F]+__(?<name>.+)$", RegexOptions.CultureInvariant);

    public static bool IsGenerated(string name) => name.StartsWith("<", StringComparison.Ordinal);

    /// <summary>The method a generated name belongs to, <c>Main</c> of <c>&lt;&lt;Main&gt;b__0&gt;d</c>; null when it belongs to none.</summary>
    public static string? SourceMethod(string name)
    {
        while (IsGenerated(name))
        {
            int end = MatchingBracket(name);
            if (end <= 1) return null;
            name = name.Substring(1, end - 1);
        }
        return name;
    }

    /// <summary>The name of a local function as it was written; null of any other method.</summary>
    public static string? LocalFunction(string name)
    {
        Match match = _localFunction.Match(name);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>Whether a method is a lambda's: <c>&lt;Main&gt;b__0_1</c>.</summary>
    public static bool IsLambda(string name) => _lambda.IsMatch(name);

    /// <summary>Whether a type is the state machine of a lambda: <c>&lt;&lt;Main&gt;b__0_1&gt;d</c>.</summary>
    public static bool IsOfLambda(string typeName) => IsGenerated(typeName) && MatchingBracket(typeName) is var end and > 1 && IsLambda(typeName.Substring(1, end - 1));

    /// <summary>The local, parameter, field or property that a field stands for; null when it stands for nothing with a name.</summary>
    public static string? Variable(string fieldName)
    {
        if (!fieldName.Contains('<') && !fieldName.Contains('$')) return fieldName;
        if (fieldName == "<>4__this") return "this";
        Match match = _variable.Match(fieldName);
        if (!match.Success) match = _parameter.Match(fieldName);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>The name of a type that C# keeps to one file; null for other types.</summary>
    public static string? FileLocalType(string typeName)
    {
        Match match = _fileLocalType.Match(typeName);
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static int MatchingBracket(string name)
    {
        int depth = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '<') depth++;
            else if (name[i] == '>' && --depth == 0) return i;
        }
        return -1;
    }
}
