extern alias runtime;

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using Weft.Catalog;
using Weft.Fody.Contract;
using Weft.Fody.Mapping;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the runtime has everything that the weaver names, by the shape that it writes calls in; every overload of every operator of the
// catalog has a method of Woven to go to; and no method of Woven waits for a call that never comes.
public sealed class ContractTests : IDisposable
{
    private static readonly Assembly _runtime = typeof(runtime::Weft.Woven).Assembly;

    // What woven code calls besides operators.
    private static readonly string[] _others =
    [
        ContractNames.Cut, ContractNames.CutFrom, ContractNames.CutTask, ContractNames.CutValueTask, ContractNames.RegisterModule, ContractNames.RecordOf, ContractNames.RecordAt, ContractNames.RecordOfItem, ContractNames.Within, ContractNames.Kept, ContractNames.LookUp, ContractNames.LookUpRecord, ContractNames.Fill, ContractNames.Copied, ContractNames.RecordOfHolder, ContractNames.Hand, ContractNames.Handed, ContractNames.TakeBack, ContractNames.Remember, ContractNames.Sending, ContractNames.LineageHandlers, ContractNames.OfLambda, ContractNames.Replied, ContractNames.Answer, ContractNames.AnswerOf, ContractNames.Body, ContractNames.ForEach, ContractNames.NoRecord, ContractNames.RecordOfAction, ContractNames.CurrentRecord, ContractNames.WithinMessage, ContractNames.LoopOver, ContractNames.MovedOn, ContractNames.RecordOfLoop, ContractNames.GiveBack, ContractNames.Expect, ContractNames.Returned, ContractNames.ScalarRecord, ContractNames.ReturnedLate,
        ContractNames.Received, ContractNames.RecordOfReader, ContractNames.RowRead, ContractNames.LineRead, ContractNames.Loop, ContractNames.Enter, ContractNames.EnterAsync, ContractNames.Entered,
        ContractNames.Open, ContractNames.Moved, ContractNames.MovedByHand, ContractNames.Read, ContractNames.Forget, ContractNames.Yield, ContractNames.YieldKept,
        ContractNames.Resumed, ContractNames.Completing, ContractNames.Awaiting, ContractNames.WentOn, ContractNames.Fork, ContractNames.Forked, ContractNames.JoinTask, ContractNames.JoinDeparted, ContractNames.BlockOnTask, ContractNames.AwaitOnCompleted, ContractNames.AwaitUnsafeOnCompleted,
    ];

    private readonly SequenceTypes _types = new();
    private readonly ReferenceResolver _resolver = new(TestRuntime.Real, []);

    public void Dispose() => _resolver.Dispose();

    [Fact]
    public void Runtime_NamesThatTheWeaverUses_Exist()
    {
        Type woven = _runtime.GetType(ContractNames.Woven, throwOnError: true)!;
        Type lineage = _runtime.GetType(ContractNames.LineageInterface, throwOnError: true)!;

        Assert.Equal(ContractNames.Assembly, _runtime.GetName().Name);
        Assert.Equal(ContractNames.Version, woven.GetField(ContractNames.ContractVersion)!.GetRawConstantValue());
        Assert.Equal(typeof(int), woven.GetMethod(ContractNames.RegisterModule, [typeof(Type), typeof(int)])!.ReturnType);
        foreach (string mode in new[] { ContractNames.Recording, ContractNames.NoLineage })
        {
            Type type = _runtime.GetType(mode, throwOnError: true)!;
            Assert.True(type.IsValueType && lineage.IsAssignableFrom(type));
        }
        Assert.NotNull(_runtime.GetType(ContractNames.WovenAssemblyAttribute, throwOnError: true)!.GetConstructor([typeof(int), typeof(string)]));
        Assert.NotNull(_runtime.GetType(ContractNames.NotWovenAttribute, throwOnError: true));
    }

    [Fact]
    public void Runtime_Cut_HasTheShapeThatTheWeaverCalls()
    {
        MethodInfo cut = Assert.Single(_runtime.GetType(ContractNames.Woven)!.GetMember(ContractNames.Cut).OfType<MethodInfo>());
        Type[] generic = cut.GetGenericArguments();

        Assert.Equal(2, generic.Length);
        Assert.Equal([generic[1], typeof(int)], cut.GetParameters().Select(p => p.ParameterType));
        Assert.Equal(generic[1], cut.ReturnType);
    }

    [Fact]
    public void Runtime_LoopMembers_HaveTheShapeThatTheWeaverCalls()
    {
        Type woven = _runtime.GetType(ContractNames.Woven)!;
        Type record = _runtime.GetType(ContractNames.LoopRecord, throwOnError: true)!;
        Type source = _runtime.GetType(ContractNames.LoopSource, throwOnError: true)!;

        MethodInfo add = Assert.Single(woven.GetMember(ContractNames.Add).OfType<MethodInfo>());
        Type item = add.GetGenericArguments()[1];
        Assert.Equal([typeof(List<>).MakeGenericType(item), item, record, typeof(int)], add.GetParameters().Select(p => p.ParameterType));
        Assert.Equal(typeof(void), add.ReturnType);

        MethodInfo within = Assert.Single(woven.GetMember(ContractNames.Within).OfType<MethodInfo>());
        Assert.Equal([record, record, typeof(int), record], within.GetParameters().Select(p => p.ParameterType).Append(within.ReturnType));
        Assert.Single(within.GetGenericArguments());

        MethodInfo kept = Assert.Single(woven.GetMember(ContractNames.Kept).OfType<MethodInfo>());
        Assert.Equal([record, typeof(int), record], kept.GetParameters().Select(p => p.ParameterType).Append(kept.ReturnType));
        Assert.Single(kept.GetGenericArguments());

        MethodInfo[] recordOf = [.. woven.GetMember(ContractNames.RecordOf).OfType<MethodInfo>()];
        Assert.Equal(
            [typeof(IAsyncEnumerator<>), typeof(IEnumerator<>), typeof(List<>.Enumerator), typeof(ConfiguredCancelableAsyncEnumerable<>.Enumerator)],
            recordOf.Select(m => m.GetParameters()[0].ParameterType.GetGenericTypeDefinition()).OrderBy(t => t.FullName, StringComparer.Ordinal));
        Assert.All(recordOf, m => Assert.Equal([source.MakeByRefType(), typeof(int), record], m.GetParameters().Skip(1).Select(p => p.ParameterType).Append(m.ReturnType)));

        MethodInfo recordAt = Assert.Single(woven.GetMember(ContractNames.RecordAt).OfType<MethodInfo>());
        Assert.Equal([recordAt.GetGenericArguments()[1].MakeArrayType(), typeof(int), source.MakeByRefType(), typeof(int), record], recordAt.GetParameters().Select(p => p.ParameterType).Append(recordAt.ReturnType));
        MethodInfo ofItem = Assert.Single(woven.GetMember(ContractNames.RecordOfItem).OfType<MethodInfo>());
        Assert.Equal([typeof(object), typeof(int), typeof(bool), source.MakeByRefType(), typeof(int), record], ofItem.GetParameters().Select(p => p.ParameterType).Append(ofItem.ReturnType));
        Assert.All(recordOf, m => Assert.Equal(m.GetGenericArguments()[1], m.GetParameters()[0].ParameterType.GetGenericArguments()[0]));
    }

    [Fact]
    public void Runtime_MembersOfActionsAndReaders_HaveTheShapeThatTheWeaverCalls()
    {
        Type woven = _runtime.GetType(ContractNames.Woven)!;
        Type record = _runtime.GetType(ContractNames.LoopRecord, throwOnError: true)!;
        Type source = _runtime.GetType(ContractNames.LoopSource, throwOnError: true)!.MakeByRefType();

        MethodInfo[] forEach = [.. woven.GetMember(ContractNames.ForEach).OfType<MethodInfo>()];
        Assert.Equal(3, forEach.Length);
        foreach (MethodInfo method in forEach)
        {
            Type item = method.GetGenericArguments()[1];
            Type[] parameters = [.. method.GetParameters().Select(p => p.ParameterType)];
            Assert.Contains(parameters[0], new[] { typeof(List<>).MakeGenericType(item), item.MakeArrayType(), typeof(ImmutableList<>).MakeGenericType(item) });
            Assert.Equal([typeof(Action<>).MakeGenericType(item), record, typeof(int)], parameters.Skip(1));
            Assert.Equal(typeof(void), method.ReturnType);
        }
        Assert.Equal([record], SignatureOf(ContractNames.NoRecord));
        Assert.Equal([typeof(int), record], SignatureOf(ContractNames.RecordOfAction));
        Assert.Equal([record], SignatureOf(ContractNames.CurrentRecord));
        Assert.Equal([typeof(object), source, record], SignatureOf(ContractNames.RecordOfReader));
        Assert.Equal([typeof(bool), typeof(object), source, typeof(int), typeof(bool)], SignatureOf(ContractNames.RowRead));
        Assert.Equal([typeof(string), typeof(object), source, typeof(int), typeof(string)], SignatureOf(ContractNames.LineRead));

        IEnumerable<Type> SignatureOf(string name)
        {
            MethodInfo method = Assert.Single(woven.GetMember(name).OfType<MethodInfo>());
            Assert.Single(method.GetGenericArguments());
            return method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType);
        }
    }

    [Fact]
    public void Runtime_IteratorMembers_HaveTheShapeThatTheWeaverCalls()
    {
        Type yields = _runtime.GetType(ContractNames.Yields, throwOnError: true)!;
        PropertyInfo property = Assert.Single(_runtime.GetType(ContractNames.YieldsRecords, throwOnError: true)!.GetProperties());
        Assert.Equal(yields, property.PropertyType);
        Assert.True(property is { CanRead: true, CanWrite: true, Name: "Yields" });

        Type item = typeof(List<>).GetGenericArguments()[0];
        (string Name, Type[] Signature)[] expected =
        [
            (ContractNames.Loop, [typeof(IEnumerator<>), typeof(object), _runtime.GetType(ContractNames.LoopSource)!]),
            (ContractNames.Loop, [typeof(IAsyncEnumerator<>), _runtime.GetType(ContractNames.LoopSource)!]),
            (ContractNames.Loop, [typeof(ConfiguredCancelableAsyncEnumerable<>.Enumerator), _runtime.GetType(ContractNames.LoopSource)!]),
            (ContractNames.Enter, [typeof(IEnumerable<>), yields, typeof(int), typeof(int), typeof(IEnumerator<>)]),
            (ContractNames.Entered, [typeof(IEnumerator<>), yields, typeof(int), typeof(int), typeof(IEnumerator<>)]),
            (ContractNames.Open, [yields, typeof(int), typeof(int), typeof(void)]),
            (ContractNames.Moved, [typeof(bool), yields, typeof(int), typeof(bool)]),
            (ContractNames.MovedByHand, [typeof(bool), yields, typeof(int), typeof(bool)]),
            (ContractNames.Read, [yields, typeof(int), typeof(void)]),
            (ContractNames.Read, [yields, typeof(List<>.Enumerator), typeof(int), typeof(void)]),
            (ContractNames.Read, [yields, typeof(Array), typeof(int), typeof(int), typeof(void)]),
            (ContractNames.Forget, [yields, typeof(void)]),
            (ContractNames.Yield, [yields, typeof(int), typeof(void)]),
            (ContractNames.YieldKept, [yields, item, typeof(int), typeof(void)]),
        ];
        MethodInfo[] woven = _runtime.GetType(ContractNames.Woven)!.GetMethods();
        foreach ((string name, Type[] signature) in expected)
            Assert.Single(woven, m => m.Name == name && m.GetParameters().Select(p => Simple(p.ParameterType)).Append(Simple(m.ReturnType)).SequenceEqual(signature.Select(Simple)));
        Assert.Equal(expected.Length, woven.Count(m => expected.Any(e => e.Name == m.Name)));

        static string Simple(Type type) => type.IsGenericMethodParameter || type.IsGenericTypeParameter ? "item" : type.IsArray ? nameof(Array) : type.IsGenericType ? type.GetGenericTypeDefinition().Name : type.Name;
    }

    [Fact]
    public void Catalog_EveryOverload_HasItsMethodOfWoven()
    {
        List<string> missing = [.. Originals().Where(o => o.Row.IsRedirected && !IsLeft(o.Method) && !Woven().Any(w => w.Name == o.Row.WovenName && SignatureMatch.Replaces(w, o.Method))).Select(o => o.Method.FullName)];

        Assert.True(missing.Count == 0, $"no method of Woven takes the place of\n{string.Join('\n', missing)}");
    }

    // Overloads that the weaver leaves alone: what they take carries no spans, or is none of the shapes that do.
    private static bool IsLeft(MethodDefinition method)
    {
        List<TypeReference> parameters = [.. method.Parameters.Select(p => p.ParameterType)];
        return IsOverAnother(method) || parameters.Any(p => p.Name == "IThreadPoolWorkItem") // an object of the program's own: there is no delegate to stand in for
            || (method.Name == "TryEnter" && parameters.All(p => p.Name is "Object" or "Boolean&")) // does not wait
            || parameters.Any(p => p.Name is "Span`1" or "ReadOnlySpan`1" or "Builder") // memory, and what is still being built
            || (method.DeclaringType.FullName == "System.String" && method.Name == "Concat" && !parameters.Any(SequenceTypes.IsEnumerableInterface)) // what + becomes
            || (method.DeclaringType.FullName == "System.Array" && method.Name is "Sort" or "Reverse" && !method.HasGenericParameters) // arrays of any kind
            || (method.DeclaringType.Name == "ImmutableArray" && method.Name == "Create" && !parameters.Any(p => _sequences.TakesRecords(p) || p.Name == "ImmutableArray`1")); // single values
    }

    // A collection that somebody else may have, too, cannot be another one.
    private static bool IsOverAnother(MethodDefinition method) => method is { IsConstructor: true, DeclaringType.Name: "BlockingCollection`1" } && method.Parameters.Any(p => p.ParameterType.Name == "IProducerConsumerCollection`1");

    private static readonly SequenceTypes _sequences = new();

    [Fact]
    public void Catalog_EveryRow_NamesAMethodOfTheBaseLibraries()
    {
        ILookup<OperatorRow, MethodDefinition> methods = Originals().ToLookup(o => o.Row, o => o.Method);

        Assert.Empty(OperatorCatalog.Rows.Where(row => !methods.Contains(row)).Select(row => $"{row.DeclaringType}.{row.Name}"));
    }

    // What the weaver leaves alone must be able to take a flow for what LINQ made in its place: the laws prove that.
    [Fact]
    public void Catalog_EveryPublicMethodOfEnumerable_IsARow()
    {
        HashSet<string> rows = [.. OperatorCatalog.Rows.Where(row => row.DeclaringType == typeof(Enumerable).FullName).Select(row => row.Name)];
        IEnumerable<string> methods = typeof(Enumerable).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name);

        Assert.Empty(methods.Distinct().Except(rows));
    }

    // Methods of collections that neither hand out records nor look at them, or hand out something that is not the records' own.
    private static readonly Dictionary<Type, string[]> _withoutRecords = new()
    {
        [typeof(List<>)] =
        [
            "GetEnumerator", // loops are followed
            "EnsureCapacity", "TrimExcess", // room, not records
            "CopyTo", // fills an array, which is noticed
        ],
        [typeof(ImmutableArrayExtensions)] = [],
        [typeof(Array)] =
        [
            "ConstrainedCopy", // as Copy, seldom written
            "CreateInstance", "CreateInstanceFromArrayType", "Empty", // no records yet
        ],
        [typeof(ImmutableArray<>)] =
        [
            "GetEnumerator", // loops
            "AsSpan", "AsMemory", "ItemRef", // memory that nobody can write to
            "CopyTo", // fills memory, which is noticed of an array
            "ToBuilder", // something to build: its call ends the flow
            "Clear", // no records left
            "Equals", "GetHashCode",
        ],
    };

    public static TheoryData<Type> Collections => [.. _withoutRecords.Keys];

    [Theory]
    [MemberData(nameof(Collections))]
    public void Catalog_EveryPublicMethodOfACollection_IsARowOrHasNoRecords(Type type)
    {
        HashSet<string> rows = [.. OperatorCatalog.Rows.Where(row => row.DeclaringType == type.FullName).Select(row => row.Name)];
        BindingFlags kind = type.IsAbstract ? BindingFlags.Static : BindingFlags.Instance;
        string[] methods = [.. type.GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | kind).Where(method => !method.IsSpecialName).Select(method => method.Name).Distinct()];

        Assert.Empty(methods.Except(rows).Except(_withoutRecords[type]));
        Assert.Empty(_withoutRecords[type].Except(methods));
        Assert.Empty(_withoutRecords[type].Intersect(rows));
    }

    [Fact]
    public void Catalog_RowsThatAreNotRedirected_HaveNoMethodOfWoven()
    {
        IEnumerable<MethodDefinition> left = Originals().Where(o => !o.Row.IsRedirected).Select(o => o.Method);

        Assert.Empty(left.Where(original => Woven().Any(woven => woven.Name == original.Name && SignatureMatch.Replaces(woven, original))).Select(method => method.FullName));
    }

    [Fact]
    public void Woven_EveryOperator_TakesThePlaceOfAnOriginal()
    {
        List<(OperatorRow Row, MethodDefinition Method)> originals = [.. Originals()];
        IEnumerable<MethodDefinition> operators = Woven().Where(m => !_others.Contains(m.Name));

        Assert.Empty(operators.Where(w => !originals.Any(o => o.Row.WovenName == w.Name && (SignatureMatch.Replaces(w, o.Method) || SignatureMatch.ReplacesHandOver(w, o.Method, o.Row.HandOver)))).Select(w => w.FullName));
    }

    [Fact]
    public void Catalog_EveryHandOver_HasItsMethodOfWoven()
    {
        // What only says whether there was something takes nothing out: Dictionary.Remove(key).
        IEnumerable<MethodDefinition> handOvers = Originals().Where(o => o.Row.HandOver == HandOver.Put || (o.Row.HandOver == HandOver.Take && (o.Method.ReturnType.Name != "Boolean" || o.Method.Parameters.Any(p => p.IsOut)))).Where(o => !Woven().Any(w => w.Name == o.Row.WovenName && SignatureMatch.ReplacesHandOver(w, o.Method, o.Row.HandOver))).Select(o => o.Method);

        Assert.Empty(handOvers.Select(method => method.FullName));
    }

    [Fact]
    public void Catalog_EveryPublicMethodOfAsyncEnumerable_HasARow()
    {
        HashSet<string> listed = [.. OperatorCatalog.Rows.Where(row => row.DeclaringType == typeof(AsyncEnumerable).FullName).Select(row => row.Name)];
        IEnumerable<string> methods = typeof(AsyncEnumerable).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name);

        Assert.Empty(methods.Where(name => !listed.Contains(name)).Distinct());
    }

    [Fact]
    public void Catalog_EveryPublicMethodOfParallelEnumerable_HasARow()
    {
        HashSet<string> listed = [.. OperatorCatalog.Rows.Where(row => row.DeclaringType == typeof(ParallelEnumerable).FullName).Select(row => row.Name)];
        IEnumerable<string> methods = typeof(ParallelEnumerable).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name);

        Assert.Empty(methods.Where(name => !listed.Contains(name)).Distinct());
    }

    private IEnumerable<(OperatorRow Row, MethodDefinition Method)> Originals() =>
        from row in OperatorCatalog.Rows
        from assembly in new[] { "System.Linq", "System.Linq.AsyncEnumerable", "System.Linq.Parallel", "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.ObjectModel", "System.Text.RegularExpressions", "System.Text.Json", "System.Runtime.InteropServices", "System.Data.Common", "System.Console", "System.Memory", "System.Collections.Concurrent", "System.Threading.Channels", "System.Threading", "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Tasks.Parallel", "System.Threading.Tasks.Dataflow", "System.Net.Http", "System.Net.Http.Json" }
        let type = _resolver.Resolve(assembly)!.MainModule.GetType(row.DeclaringType)
        where type is not null
        from method in type.Methods
        where method.Name == row.Name && method.IsPublic && !OnlyThrows(method) && (!method.IsConstructor || row.Rule == LineageRule.Event || type.Namespace == "System.Threading.Tasks.Dataflow" || type.Name == "BlockingCollection`1" || method.Parameters.Any(p => _types.TakesRecords(p.ParameterType)))
        select (row, method);

    // Overloads of PLINQ for a second sequence that is not parallel are there to say so: they throw, whatever they are given.
    private static bool OnlyThrows(MethodDefinition method) =>
        method.DeclaringType.FullName == typeof(ParallelEnumerable).FullName && method.CustomAttributes.Any(a => a.AttributeType.FullName == typeof(ObsoleteAttribute).FullName);

    private IEnumerable<MethodDefinition> Woven() =>
        _resolver.Resolve(ContractNames.Assembly)!.MainModule.GetType(ContractNames.Woven).Methods.Where(m => m.IsPublic && m.IsStatic && !m.IsSpecialName);
}
