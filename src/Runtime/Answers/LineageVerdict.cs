namespace Weft;

/// <summary>How far an answer can be relied on.</summary>
public enum LineageVerdict
{
    /// <summary>Every parent is named, and each contributed as its operator's rule says.</summary>
    Exact,

    /// <summary>Some of the named parents may not have contributed.</summary>
    Coarse,

    /// <summary>A parent may be missing.</summary>
    Incomplete,
}
