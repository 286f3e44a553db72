namespace Weft.Analyzers;

/// <summary>What there may be to say of a call, as far as its method alone tells: of nearly all methods nothing.</summary>
// Design: found once for each method as it is declared (CallTraitsTable). A call costs one look-up, and the rules are asked only where one of their traits is there.
[Flags]
internal enum CallTraits
{
    /// <summary>Nothing: no rule is asked.</summary>
    None = 0,

    /// <summary>Begins, uses or ends an execution unit.</summary>
    Unit = 1,

    /// <summary>Hands delegates, items or a signal to other executors.</summary>
    Sink = 2,

    /// <summary>Gives a task, or waits for several.</summary>
    Task = 4,

    /// <summary>Takes a context, or has an overload that does.</summary>
    Context = 8,

    /// <summary>Takes records and gives records, in a way that nobody follows.</summary>
    FlowEnd = 16,

    /// <summary>Is an operator of LINQ to objects.</summary>
    Linq = 32,

    /// <summary>Writes JSON.</summary>
    Json = 64,

    /// <summary>Makes a record that says where it comes from.</summary>
    Record = 128,

    /// <summary>Makes a client of HTTP.</summary>
    Client = 256,

    /// <summary>Puts values into a collection, in a way that nobody follows.</summary>
    Fill = 512,
}
