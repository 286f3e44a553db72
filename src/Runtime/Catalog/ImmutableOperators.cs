using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What makes immutable and frozen collections, and what they do with their own records.</summary>
internal static class ImmutableOperators
{
    private const string Arrays = "System.Collections.Immutable.ImmutableArray";
    private const string ArrayMembers = "System.Collections.Immutable.ImmutableArray`1";
    private const string Lists = "System.Collections.Immutable.ImmutableList";
    private const string HashSets = "System.Collections.Immutable.ImmutableHashSet";
    private const string SortedSets = "System.Collections.Immutable.ImmutableSortedSet";
    private const string Dictionaries = "System.Collections.Immutable.ImmutableDictionary";
    private const string SortedDictionaries = "System.Collections.Immutable.ImmutableSortedDictionary";
    private const string Queues = "System.Collections.Immutable.ImmutableQueue";
    private const string Stacks = "System.Collections.Immutable.ImmutableStack";
    private const string ListMembers = "System.Collections.Immutable.ImmutableList`1";
    private const string HashSetMembers = "System.Collections.Immutable.ImmutableHashSet`1";
    private const string SortedSetMembers = "System.Collections.Immutable.ImmutableSortedSet`1";
    private const string Linq = "System.Linq.ImmutableArrayExtensions";
    private const string FrozenSets = "System.Collections.Frozen.FrozenSet";
    private const string FrozenDictionaries = "System.Collections.Frozen.FrozenDictionary";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Arrays, "ToImmutableArray", Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(Arrays, "CreateRange", Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableArray", profile: OperatorProfile.Collecting),
        new OperatorRow(Arrays, "Create", Pass, Collection, "The record itself, by index, out of an array; what is named one by one or by a span is untraced.", wovenName: "NewImmutableArray", profile: OperatorProfile.Collecting),
        new OperatorRow(Lists, "ToImmutableList", Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(Lists, "CreateRange", Pass, Collection, "The record itself, by index. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableList", profile: OperatorProfile.Collecting),
        new OperatorRow(HashSets, "ToImmutableHashSet", Pass, Collection, "The first record of its value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(HashSets, "CreateRange", Pass, Collection, "The first record of its value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableHashSet", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSets, "ToImmutableSortedSet", Pass, Collection, "A record of each value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSets, "CreateRange", Pass, Collection, "A record of each value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableSortedSet", profile: OperatorProfile.Collecting),
        new OperatorRow(Dictionaries, "ToImmutableDictionary", Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(Dictionaries, "CreateRange", Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableDictionary", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedDictionaries, "ToImmutableSortedDictionary", Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedDictionaries, "CreateRange", Pass, Collection, "The record itself, by the position of its key. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableSortedDictionary", profile: OperatorProfile.Collecting),
        new OperatorRow(Queues, "CreateRange", Pass, Collection, "The record itself, in order. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableQueue", profile: OperatorProfile.Collecting),
        new OperatorRow(Stacks, "CreateRange", Pass, Collection, "The record itself, the last one first. Of a plain collection that nobody traced the result is a source like it.", wovenName: "NewImmutableStack", profile: OperatorProfile.Collecting),

        // What an immutable array gives of itself
        new OperatorRow(ArrayMembers, "Add", Pass, Collection, "The record itself; the value put in is a root of the call.", wovenName: "AddToImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "AddRange", Pass, Collection, "The record itself; of what is put in by a span, a root of the call.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "Insert", Pass, Collection, "The record itself; the value put in is a root of the call.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "InsertRange", Pass, Collection, "The record itself; of what is put in by a span, a root of the call.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "SetItem", Pass, Collection, "The record itself; the value put in is a root of the call.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "Replace", Pass, Collection, "The record itself, of equal values the first; the value put in is a root of the call.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "Remove", Pass, Collection, "The record itself, of equal values the first.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "RemoveAll", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "RemoveAt", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "RemoveRange", Pass, Collection, "The record itself, of equal values the first.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "Slice", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "Sort", Pass, Collection, "The record itself, of equal values in the order in which they stood.", profile: OperatorProfile.Collecting),
        new OperatorRow(ArrayMembers, "OfType", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(ArrayMembers, "As", Pass, Collection, "The same records: it is the same array.", isRedirected: false, profile: OperatorProfile.Identity),
        new OperatorRow(ArrayMembers, "CastArray", Pass, Collection, "The same records: it is the same array.", isRedirected: false, profile: OperatorProfile.Identity),
        new OperatorRow(ArrayMembers, "CastUp", Pass, Collection, "The same records: it is the same array.", isRedirected: false, profile: OperatorProfile.Identity),
        new OperatorRow(ArrayMembers, "Contains", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(ArrayMembers, "IndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(ArrayMembers, "LastIndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),

        // What an immutable list gives of itself
        new OperatorRow(ListMembers, "AddRange", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "InsertRange", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "RemoveRange", Pass, Collection, "The record itself, of equal values the first.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "RemoveAll", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "GetRange", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "FindAll", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "ConvertAll", Pass, Collection, "The image of one record has that record's span.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "Sort", Pass, Collection, "The record itself, of equal values in the order in which they stood.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "Reverse", Pass, Collection, "The record itself.", profile: OperatorProfile.Collecting),
        new OperatorRow(ListMembers, "ForEach", Pass, InPlace, "What a lambda that is written in the call adds to a list, the record that it is called with.", isRedirected: false, profile: OperatorProfile.Changing),

        // Immutable sets with another sequence
        new OperatorRow(HashSetMembers, "Union", Pass, Collection, "The first record of its value, in the set or the sequence.", wovenName: "UnionImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(HashSetMembers, "Except", Pass, Collection, "The record itself; the sequence is control.", wovenName: "ExceptImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(HashSetMembers, "SymmetricExcept", Pass, Collection, "The record itself.", wovenName: "SymmetricExceptImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSetMembers, "Union", Pass, Collection, "The first record of its value, in the set or the sequence.", wovenName: "UnionImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSetMembers, "Except", Pass, Collection, "The record itself; the sequence is control.", wovenName: "ExceptImmutable", profile: OperatorProfile.Collecting),
        new OperatorRow(SortedSetMembers, "SymmetricExcept", Pass, Collection, "The record itself.", wovenName: "SymmetricExceptImmutable", profile: OperatorProfile.Collecting),

        // LINQ
        new OperatorRow(Linq, "Where", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "Select", Pass, Sequence, "The image of one record has that record's span.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "SelectMany", Derive, Sequence, "The outer record and the inner record.", profile: OperatorProfile.Flattening),
        new OperatorRow(Linq, "Aggregate", Derive, Scalar, "Every record.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "First", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "FirstOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Last", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "LastOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Single", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "SingleOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "ElementAt", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "ElementAtOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Any", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "All", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "SequenceEqual", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "ToArray", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(Linq, "ToDictionary", Pass, Collection, "The record itself, by position of insertion.", profile: OperatorProfile.Collecting),

        // Frozen
        new OperatorRow(FrozenSets, "ToFrozenSet", Pass, Collection, "A record of each value, by position in the set. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
        new OperatorRow(FrozenDictionaries, "ToFrozenDictionary", Pass, Collection, "The record itself, by the position of its key; of pairs with one key, any of them. Of a plain collection that nobody traced the result is a source like it.", profile: OperatorProfile.Collecting),
    };
}
