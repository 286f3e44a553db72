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

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(HashSets, OperatorRow.Constructor, Pass, Collection, "The first record of its value, by position of insertion. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewHashSet", profile: OperatorProfile.Collecting),
        new OperatorRow(Dictionaries, OperatorRow.Constructor, Pass, Collection, "The record itself, by position of insertion. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewDictionary", profile: OperatorProfile.Collecting),
        new OperatorRow(Queues, OperatorRow.Constructor, Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewQueue", profile: OperatorProfile.Collecting),
        new OperatorRow(Stacks, OperatorRow.Constructor, Pass, Collection, "The record itself, the last one first. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewStack", profile: OperatorProfile.Collecting),
        new OperatorRow(LinkedLists, OperatorRow.Constructor, Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewLinkedList", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSets, OperatorRow.Constructor, Pass, Collection, "A record of each value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewSortedSet", profile: OperatorProfile.Collecting),
        new OperatorRow(Observables, OperatorRow.Constructor, Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewObservableCollection", profile: OperatorProfile.Collecting),
        new OperatorRow(Marshal, "AsSpan", Control, InPlace, "The list keeps its records; what is written through the span is noticed as a change."),
    };
}
