namespace Weft.Sites;

/// <summary>One operator call in the source, as the weaver saw it.</summary>
internal sealed class SiteRow
{
    /// <summary>The operator's name as in the source, for example <c>Where</c>.</summary>
    public string Operator = "";

    /// <summary>The enclosing method as a person would name it: <c>Report.TopRoutes</c>, lambdas and state machines folded into their method.</summary>
    public string Method = "";

    /// <summary>The source file as the compiler recorded it (a path map applies), or empty without debug information.</summary>
    public string File = "";

    /// <summary>1-based line of the call's sequence point; 0 when unknown.</summary>
    public int Line;

    /// <summary>1-based column of the call's sequence point; 0 when unknown.</summary>
    public int Column;

    /// <summary>The local, field, property or method that receives the result, when the site is an output; otherwise null.</summary>
    public string? OutputName;

    /// <summary>The local, parameter, field or property that the first argument was read from, when the weaver can tell; otherwise null.</summary>
    public string? SourceName;
}
