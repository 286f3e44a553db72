namespace Weft.Catalog;

/// <summary>What an operator gives back.</summary>
internal enum OperatorResult
{
    /// <summary>A lazy sequence.</summary>
    Sequence,

    /// <summary>A collection that holds its records: a list, array, dictionary, set or lookup. May be an output.</summary>
    Collection,

    /// <summary>One value. May be an output.</summary>
    Scalar,

    /// <summary>One text. May be an output; a collection that is only written out stays one, too.</summary>
    Text,

    /// <summary>Nothing that carries records: the operator works on a collection in place.</summary>
    InPlace,

    /// <summary>Nothing: the operator puts a collection's records in another order, in place. The collection may be an output as it is then.</summary>
    Reordered,
}

/// <summary>Whether an operator hands one record over at a time, and which way.</summary>
internal enum HandOver
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It puts one in: what is put in follows from the record that woven code names beside it.</summary>
    Put,

    /// <summary>It takes one out, or shows it: woven code is told which record that is.</summary>
    Take,

    /// <summary>It sends what it is given: woven code names the record beside it, and calls the method itself.</summary>
    Send,
}

/// <summary>One operator that Weft understands: the row from which the weaver's map, the analyzers' knowledge and the operator reference derive.</summary>
internal sealed class OperatorRow
{
    /// <summary>What metadata calls a constructor.</summary>
    public const string Constructor = ".ctor";

    public OperatorRow(
        string declaringType, string name, LineageRule rule, OperatorResult result, string summary, string? wovenName = null, bool isRedirected = true,
        OperatorProfile? profile = null, string? title = null, HandOver handOver = HandOver.None)
    {
        DeclaringType = declaringType;
        Name = name;
        Rule = rule;
        Result = result;
        Summary = summary;
        WovenName = wovenName ?? name;
        IsRedirected = isRedirected;
        Profile = profile;
        HandOver = handOver;
        Title = title ?? (name == Constructor ? "new " + declaringType.Substring(declaringType.LastIndexOf('.') + 1).Split('`')[0] : name);
    }

    /// <summary>The full name of the type that declares the original method, for example <c>System.Linq.Enumerable</c>.</summary>
    public string DeclaringType { get; }

    /// <summary>The original method's name; <see cref="Constructor"/> of a constructor.</summary>
    public string Name { get; }

    /// <summary>What a person calls the operator: the method's name, or <c>new List</c>; <c>string.Join</c> where the name alone is another operator's.</summary>
    public string Title { get; }

    /// <summary>The name of the method of <c>Weft.Woven</c> that takes its place.</summary>
    public string WovenName { get; }

    /// <summary>
    /// Whether the weaver puts the method of <c>Weft.Woven</c> in the original's place. It does not where the original does all that is to be done with
    /// records and flows alike: what makes records out of nothing, or only looks at them.
    /// </summary>
    public bool IsRedirected { get; }

    /// <summary>Whether it hands one record over: where it puts one in or takes one out, <c>Weft.Woven</c> has a method that is told, or tells, the record as well.</summary>
    public HandOver HandOver { get; }

    /// <summary>What happens to the spans.</summary>
    public LineageRule Rule { get; }

    /// <summary>What the operator gives back.</summary>
    public OperatorResult Result { get; }

    /// <summary>Which inputs a result follows from, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>What the operator reference says beyond that; null where the family's own page says it.</summary>
    public OperatorProfile? Profile { get; }
}
