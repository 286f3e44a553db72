namespace Weft.Catalog;

/// <summary>What the operator reference says of an operator beyond what a result follows from.</summary>
internal sealed class OperatorProfile
{
    private OperatorProfile(string order, string buffers, string cost)
    {
        Order = order;
        Buffers = buffers;
        Cost = cost;
    }

    /// <summary>The order of the results; empty where there is one.</summary>
    public string Order { get; }

    /// <summary>What is in memory at once beyond one record, as in LINQ itself.</summary>
    public string Buffers { get; }

    /// <summary>What recording adds.</summary>
    public string Cost { get; }

    /// <summary>An operator that makes records out of nothing.</summary>
    public static readonly OperatorProfile Source = new OperatorProfile("as made", "nothing", "nothing; where the first woven operator reads it, one row for a run of roots");

    /// <summary>An operator that hands records on one at a time.</summary>
    public static readonly OperatorProfile Streaming = new OperatorProfile("the input's", "nothing", "a copy of the span a record");

    /// <summary>An operator that does nothing.</summary>
    public static readonly OperatorProfile Identity = new OperatorProfile("the input's", "nothing", "none");

    /// <summary>An operator that adds a value.</summary>
    public static readonly OperatorProfile StreamingAdded = new OperatorProfile("the input's, the added value at its end", "nothing", "a copy of the span a record, a row for the added value");

    /// <summary>An operator that counts from the end.</summary>
    public static readonly OperatorProfile Delayed = new OperatorProfile("the input's", "the records from the end that are asked for", "a copy of the span a record");

    /// <summary>An operator that sorts.</summary>
    public static readonly OperatorProfile Sorting = new OperatorProfile("by key; equal keys keep the input's", "all records", "a span a record, in the new order");

    /// <summary>An operator that reverses.</summary>
    public static readonly OperatorProfile Turning = new OperatorProfile("the reverse of the input's", "all records", "a span a record, in the new order");

    /// <summary>An operator that shuffles.</summary>
    public static readonly OperatorProfile Shuffling = new OperatorProfile("at random", "all records; with a Take behind it, as many as it takes", "a span a record, in the new order");

    /// <summary>An operator that leaves out duplicates.</summary>
    public static readonly OperatorProfile Distinguishing = new OperatorProfile("the input's, of the first of each key", "the keys seen", "a copy of the span a record; with all witnesses, up to 12 bytes a record until the end");

    /// <summary>An operator that leaves out what another sequence has.</summary>
    public static readonly OperatorProfile Excluding = new OperatorProfile("the first sequence's", "the second sequence's keys, and those seen", "a copy of the span a record; with all witnesses, up to 12 bytes a record until the end");

    /// <summary>An operator that keeps what another sequence has, too.</summary>
    public static readonly OperatorProfile Intersecting = new OperatorProfile("the first sequence's", "the second sequence's keys with their spans", "a row of two spans a result");

    /// <summary>An operator that joins inner sequences to one.</summary>
    public static readonly OperatorProfile Flattening = new OperatorProfile("outer, then inner", "nothing", "a row an inner sequence whose spans are consecutive, as those of a plain collection are; else a row a result");

    /// <summary>An operator that matches records of two sequences, the outer one leading.</summary>
    public static readonly OperatorProfile Joining = new OperatorProfile("outer, then inner", "the inner sequence with its spans", "a row of two spans a result");

    /// <summary>An operator that matches records of two sequences, the inner one leading.</summary>
    public static readonly OperatorProfile JoiningRight = new OperatorProfile("inner, then outer", "the outer sequence with its spans", "a row of two spans a result");

    /// <summary>An operator that matches records with groups.</summary>
    public static readonly OperatorProfile JoiningGroups = new OperatorProfile("the outer sequence's", "the inner sequence with its spans", "a row a result");

    /// <summary>An operator that groups.</summary>
    public static readonly OperatorProfile Grouping = new OperatorProfile("of the groups: by first member; in a group: the input's", "all records", "a row a group; 4 to 12 bytes a member that does not arrive group by group");

    /// <summary>An operator that folds by key.</summary>
    public static readonly OperatorProfile Folding = new OperatorProfile("of the keys: by first record", "a value a key", "a row a result; 4 to 12 bytes a record that does not arrive key by key");

    /// <summary>An operator that pairs by position.</summary>
    public static readonly OperatorProfile Pairing = new OperatorProfile("the inputs'", "nothing", "a row of two (three) spans a result");

    /// <summary>An operator that cuts into chunks.</summary>
    public static readonly OperatorProfile Chunking = new OperatorProfile("the input's", "one chunk", "a row a chunk");

    /// <summary>An operator that makes one value of all records.</summary>
    public static readonly OperatorProfile Reducing = new OperatorProfile("", "nothing", "where the result is kept: the spans of the records read, as ranges, and one row; else none");

    /// <summary>An operator that chooses one record.</summary>
    public static readonly OperatorProfile Choosing = new OperatorProfile("", "nothing", "where the result is kept: one span; else none");

    /// <summary>An operator that makes a collection.</summary>
    public static readonly OperatorProfile Collecting = new OperatorProfile("the input's", "all records, which is the result", "0 to 4 bytes a record: consecutive spans are a range, a filter over them a bitmap");

    /// <summary>An operator that adds records to a collection or takes some out.</summary>
    public static readonly OperatorProfile Changing = new OperatorProfile("the collection's", "nothing", "0 to 4 bytes a record of the collection; none where nobody traced it or what is put in");

    /// <summary>An operator that puts a collection in order where it stands.</summary>
    public static readonly OperatorProfile Reordering = new OperatorProfile("the new one", "nothing", "of a traced collection 8 bytes a record while it runs, then up to 4; of others none");

    /// <summary>An operator that changes a collection unseen.</summary>
    public static readonly OperatorProfile Noticed = new OperatorProfile("the collection's", "nothing", "none");

    /// <summary>An operator that hands items over to other code.</summary>
    public static readonly OperatorProfile Carrying = new OperatorProfile("the channel's", "what the channel holds", "8 bytes an item in the channel, and a row of one span an item written");

    /// <summary>An operator that puts one record into a collection, or takes one out.</summary>
    public static readonly OperatorProfile Holding = new OperatorProfile("the collection's", "what the collection holds", "8 bytes a record held, and a row of one span a record put in; none where nobody traced one");

    /// <summary>A block of a dataflow network, or what sends to it and takes from it.</summary>
    public static readonly OperatorProfile Messaging = new OperatorProfile("the block's", "what the block holds", "8 bytes a message in the block, and a row of one span a message sent or made");

    /// <summary>An operator that only looks at records.</summary>
    public static readonly OperatorProfile Looking = new OperatorProfile("", "nothing", "none");

    /// <summary>An operator that reads a file.</summary>
    public static readonly OperatorProfile Reading = new OperatorProfile("as in the file", "nothing", "one row for a run of lines");
}
