using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Returns;

// Design: the way back of `ReceivingMethods`. A method whose result is made of records that it looks up tells its caller which, in a field of the thread, with its last instruction; the caller takes it behind the call. The
// two meet by the same number. Every method of such a number tells, if only that there is nothing: what one of the same name told that it called itself would else be taken for its own.

/// <summary>Pass: the methods whose results may be made of records that they look up.</summary>
internal sealed class ReturningMethods
{
    private readonly Dictionary<MethodDefinition, ReturningBody> _bodies = [];

    private readonly HashSet<int> _giving = [];
    private readonly HashSet<int> _byPuts = []; // by one method between, as above

    /// <summary>Those whose results something is made of.</summary>
    public NumberedMethods Numbered { get; } = new();

    public static readonly ReturningMethods None = new();

    private ReturningMethods()
    {
    }

    /// <param name="methods">The methods that may be woven.</param>
    /// <param name="handOvers">What hands records over.</param>
    /// <param name="scalars">The operators that make one value of records.</param>
    /// <param name="types">Knows what is a sequence: that tells its records itself.</param>
    public static ReturningMethods Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers, ScalarCalls scalars, SequenceTypes types)
    {
        var found = new ReturningMethods();
        var calls = new Dictionary<MethodDefinition, HashSet<int>>();
        var looksUp = new List<MethodDefinition>();
        foreach (MethodDefinition body in methods)
        {
            bool takes = false;
            HashSet<int> called = [];
            foreach (Instruction instruction in body.Body.Instructions)
            {
                takes |= handOvers.Find(instruction) is { IsTake: true } || RecordReads.MayBe(instruction) || HolderReads.MayBe(instruction) || scalars.Find(instruction) is not null;
                if (NumberOfCalled(instruction) is { } number) called.Add(number);
            }
            if (takes) looksUp.Add(body);
            calls.Add(body, called);
        }

        Dictionary<MethodDefinition, MethodDefinition> bodies = [];
        foreach (MethodDefinition method in methods)
        {
            if (GivesResult(method, types) && BodyOf(method) is { } body && calls.ContainsKey(body)) bodies[body] = method;
        }
        HashSet<MethodDefinition> groups = NumberedMethods.Groups(methods);
        HashSet<int> direct = [.. looksUp.Where(bodies.ContainsKey).SelectMany(body => NumbersOf(bodies[body], groups))];
        // By one method between.
        HashSet<int> numbers = [.. direct, .. bodies.Where(body => calls[body.Key].Overlaps(direct)).SelectMany(body => NumbersOf(body.Value, groups))];
        foreach (KeyValuePair<MethodDefinition, MethodDefinition> body in bodies)
        {
            int[] own = [.. NumbersOf(body.Value, groups).Where(numbers.Contains)];
            foreach (int number in own) found.Numbered.Add(number, body.Key);
            if (own.Length > 0) found._bodies.Add(body.Key, new ReturningBody(body.Key, body.Value, MethodNumber.Of(body.Value)));
        }
        return found;
    }

    /// <summary>What a body has to tell of its result; null of one that nobody asks.</summary>
    public ReturningBody? Of(MethodDefinition body) => Numbered.IsNeeded(body) ? _bodies[body] : null;

    /// <summary>The number of the methods that a call may come to, when their results may be made of records; null of any other instruction.</summary>
    public int? Candidate(Instruction call) => NumberOfCalled(call) is { } number && Numbered.Contains(number) ? number : null;

    /// <summary>The number by which a call is told of its result, when it turned out to be made of records; null of any other instruction.</summary>
    public int? NumberToAsk(Instruction call) => _giving.Count > 0 && NumberOfCalled(call) is { } number && _giving.Contains(number) ? number : null;

    /// <summary>Says that the result of a method turned out to be made of records; gives its numbers for which that is new.</summary>
    public IReadOnlyList<int> Gives(MethodDefinition body) => [.. Numbered.NumbersOf(body).Where(_giving.Add)];

    /// <summary>Says that the results of methods of a number are put in, or given back by methods whose results are; gives the bodies for which that is new.</summary>
    public IEnumerable<MethodDefinition> Ask(int number, bool byPut)
    {
        bool isNew = byPut && Numbered.Contains(number) && _byPuts.Add(number);
        IReadOnlyList<MethodDefinition> bodies = Numbered.Need(number);
        return isNew ? Numbered.BodiesOf(number) : bodies;
    }

    /// <summary>Whether a method's results are put in somewhere: then it asks those for theirs that it calls.</summary>
    public bool IsAskedByPuts(ReturningBody body) => Numbered.NumbersOf(body.Body).Any(_byPuts.Contains);

    /// <summary>Whether the results of methods of a number turned out to be made of records.</summary>
    public bool IsGiving(int number) => _giving.Contains(number);

    private static int? NumberOfCalled(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference called && (called.ReturnType.MetadataType != MetadataType.Void || called.Parameters.Any(p => p.ParameterType is ByReferenceType)) ? MethodNumber.OfCalled(called, MethodNumber.OfResultOfDelegate) : null;

    private static IEnumerable<int> NumbersOf(MethodDefinition method, HashSet<MethodDefinition> groups)
    {
        bool isLambda = GeneratedNames.IsLambda(method.Name);
        if (!isLambda) yield return MethodNumber.Of(method);
        if (isLambda || groups.Contains(method)) yield return MethodNumber.OfResultOfDelegate(method.Parameters.Count);
    }

    private static bool GivesResult(MethodDefinition method, SequenceTypes types)
    {
        if (method.IsConstructor || method.Parameters.Count >= MethodNumber.MostParameters) return false;
        if (method.Parameters.Any(p => p.ParameterType is ByReferenceType && !GivenBody.IsClosure(p.ParameterType))) return true;
        TypeReference result = method.ReturnType;
        if (result is GenericInstanceType { GenericArguments.Count: 1, ElementType: { Namespace: "System.Threading.Tasks", Name: "Task`1" or "ValueTask`1" } } task) result = task.GenericArguments[0];
        return result.FullName is not ("System.Void" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask") && !types.TakesRecords(result);
    }

    // An iterator runs when others read it.
    private static MethodDefinition? BodyOf(MethodDefinition method)
    {
        if (StateMachine.IsIterator(method)) return null;
        return StateMachine.Of(method) is { } machine ? machine.Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext" && m.HasBody) : method;
    }
}
