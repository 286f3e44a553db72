using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What makes collections of sequences, and gives their memory away.</summary>
internal static class CollectionOperators
{
    private const string Marshal = "System.Runtime.InteropServices.CollectionsMarshal";

    private const string HashSets = "System.Collections.Generic.HashSet`1";
    private const string Dictionaries = "System.Collections.Generic.Dictionary`2";
    private const string Queues = "System.Collections.Generic.Queue`1";
    private const string Stacks = "System.Collections.Generic.Stack`1";
    private const string LinkedLists = "System.Collections.Generic.LinkedList`1";
    private const string SortedSets = "System.Collections.Generic.SortedSet`1";
    private const string Observables = "System.Collections.ObjectModel.ObservableCollection`1";

    private const string ReadOnlyCollections = "System.Collections.ObjectModel.ReadOnlyCollection`1";
    private const string ReadOnlyDictionaries = "System.Collections.ObjectModel.ReadOnlyDictionary`2";
    private const string ReadOnlySets = "System.Collections.ObjectModel.ReadOnlySet`1";
    private const string Extensions = "System.Collections.Generic.CollectionExtensions";
    private const string SortedDictionaries = "System.Collections.Generic.SortedDictionary`2";
    private const string SortedLists = "System.Collections.Generic.SortedList`2";
    private const string ConcurrentQueues = "System.Collections.Concurrent.ConcurrentQueue`1";
    private const string ConcurrentStacks = "System.Collections.Concurrent.ConcurrentStack`1";
    private const string ConcurrentBags = "System.Collections.Concurrent.ConcurrentBag`1";
    private const string ConcurrentDictionaries = "System.Collections.Concurrent.ConcurrentDictionary`2";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(HashSets, OperatorRow.Constructor, Pass, Collection, "The first record of its value, by position of insertion. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewHashSet", profile: OperatorProfile.Collecting),
        new OperatorRow(Dictionaries, OperatorRow.Constructor, Pass, Collection, "The record itself, by position of insertion. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewDictionary", profile: OperatorProfile.Collecting),
        new OperatorRow(Queues, OperatorRow.Constructor, Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewQueue", profile: OperatorProfile.Collecting),
        new OperatorRow(Stacks, OperatorRow.Constructor, Pass, Collection, "The record itself, the last one first. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewStack", profile: OperatorProfile.Collecting),
        new OperatorRow(LinkedLists, OperatorRow.Constructor, Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewLinkedList", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSets, OperatorRow.Constructor, Pass, Collection, "A record of each value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewSortedSet", profile: OperatorProfile.Collecting),
        new OperatorRow(Observables, OperatorRow.Constructor, Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewObservableCollection", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedDictionaries, OperatorRow.Constructor, Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewSortedDictionary", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedLists, OperatorRow.Constructor, Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewSortedList", profile: OperatorProfile.Collecting),
        new OperatorRow(ConcurrentQueues, OperatorRow.Constructor, Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewConcurrentQueue", profile: OperatorProfile.Collecting),
        new OperatorRow(ConcurrentStacks, OperatorRow.Constructor, Pass, Collection, "The record itself, the last one first. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewConcurrentStack", profile: OperatorProfile.Collecting),
        new OperatorRow(ConcurrentBags, OperatorRow.Constructor, Pass, Collection, "The record itself, the last one first. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewConcurrentBag", profile: OperatorProfile.Collecting),
        new OperatorRow(ConcurrentDictionaries, OperatorRow.Constructor, Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewConcurrentDictionary", profile: OperatorProfile.Collecting),

        // Views
        new OperatorRow(ReadOnlyCollections, OperatorRow.Constructor, Pass, Collection, "The view has the records of its list as they are when it is read.", wovenName: "NewReadOnlyCollection", profile: OperatorProfile.Identity),
        new OperatorRow(ReadOnlyDictionaries, OperatorRow.Constructor, Pass, Collection, "The view has the records of its dictionary as they are when it is read.", wovenName: "NewReadOnlyDictionary", profile: OperatorProfile.Identity),
        new OperatorRow(ReadOnlySets, OperatorRow.Constructor, Pass, Collection, "The view has the records of its set as they are when it is read.", wovenName: "NewReadOnlySet", profile: OperatorProfile.Identity),
        new OperatorRow(Extensions, "AsReadOnly", Pass, Collection, "The view has the records of its collection as they are when it is read.", profile: OperatorProfile.Identity),

        // Sets with another sequence, in place
        new OperatorRow(HashSets, "UnionWith", Pass, InPlace, "The first record of its value, in the set or the sequence.", profile: OperatorProfile.Changing),
        new OperatorRow(HashSets, "ExceptWith", Pass, InPlace, "The records that stay, themselves; the sequence is control.", profile: OperatorProfile.Changing),
        new OperatorRow(HashSets, "SymmetricExceptWith", Pass, InPlace, "The records that stay and those added, themselves.", profile: OperatorProfile.Changing),
        new OperatorRow(HashSets, "IntersectWith", Control, InPlace, "Noticed as a change.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(SortedSets, "UnionWith", Pass, InPlace, "The first record of its value, in the set or the sequence.", profile: OperatorProfile.Changing),
        new OperatorRow(SortedSets, "ExceptWith", Pass, InPlace, "The records that stay, themselves; the sequence is control.", profile: OperatorProfile.Changing),
        new OperatorRow(SortedSets, "SymmetricExceptWith", Pass, InPlace, "The records that stay and those added, themselves.", profile: OperatorProfile.Changing),
        new OperatorRow(SortedSets, "IntersectWith", Control, InPlace, "Noticed as a change.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(Marshal, "AsSpan", Control, InPlace, "The list keeps its records; what is written through the span is noticed as a change."),
    };
}
