using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Fills;

// Design: a method that puts its parameter into a collection is told by its caller which record the argument is made of: beside the call, by a field of the thread, which the
// method reads before anything else. Caller and method meet by a number that stands for the method's name, so that calls by interface and of overrides meet it too; a record that
// nobody read is taken back behind the call. Delegates have one number for all, by the number of their parameters.

/// <summary>Pass: the methods that may put what they are given into collections, themselves or by methods that they call.</summary>
internal sealed class ReceivingMethods
{
    private const int MostCalls = 1; // between a method and the one that puts in; a repository rarely goes deeper

    private readonly bool _tellsSending;
    private readonly HashSet<MethodDefinition> _methods = [];
    private readonly Dictionary<MethodDefinition, GivenBody> _bodies = [];

    /// <summary>Those that are told by anybody.</summary>
    public NumberedMethods Numbered { get; } = new();

    /// <summary>Whether what goes by messages is followed.</summary>
    public bool FollowsMessages => _tellsSending;

    public static readonly ReceivingMethods None = new();

    private ReceivingMethods(bool tellsSending = false) => _tellsSending = tellsSending;

    public static ReceivingMethods Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers, CapturedVariables captures)
    {
        var found = new ReceivingMethods(tellsSending: true);
        HashSet<MethodDefinition> groups = NumberedMethods.Groups(methods);
        var callers = new Dictionary<int, List<MethodDefinition>>();
        var open = new Queue<(MethodDefinition Method, int Calls)>();
        foreach (MethodDefinition method in methods)
        {
            if (!method.DeclaringType.IsNested && GeneratedNames.IsGenerated(method.DeclaringType.Name)) continue; // collections that the compiler makes
            if (!method.HasParameters || method.Parameters.Count >= MethodNumber.MostParameters || BodyOf(method) is not { } body) continue;
            var calls = new HashSet<int>();
            bool puts = Fill.MayStoreToOthers(body);
            foreach (Instruction instruction in body.Body.Instructions)
            {
                if (!puts && (handOvers.Find(instruction) is { IsPut: true } || Fill.IsPutByCall(instruction) || captures.IsStore(instruction) || SendingCalls.Include(instruction))) puts = true;
                else if (NumberOfCalled(instruction) is { } number) calls.Add(number);
            }
            if (puts) open.Enqueue((method, 0));
            foreach (int call in calls)
            {
                if (!callers.TryGetValue(call, out List<MethodDefinition>? of)) callers.Add(call, of = []);
                of.Add(method);
            }
        }
        while (open.Count > 0)
        {
            (MethodDefinition method, int made) = open.Dequeue();
            if (!found._methods.Add(method)) continue;
            MethodDefinition body = BodyOf(method)!;
            found._bodies[body] = new GivenBody(body, method, MethodNumber.Of(method));
            bool isLambda = GeneratedNames.IsLambda(method.Name);
            int[] numbers = [.. isLambda ? [] : new[] { MethodNumber.Of(method) }, .. isLambda || groups.Contains(method) ? new[] { MethodNumber.OfDelegate(method.Parameters.Count) } : []];
            foreach (int number in numbers)
            {
                bool isNew = !found.Numbered.Contains(number);
                found.Numbered.Add(number, body);
                if (isNew && made < MostCalls && callers.TryGetValue(number, out List<MethodDefinition>? of)) of.ForEach(caller => open.Enqueue((caller, made + 1)));
            }
        }
        return found;
    }

    /// <summary>What a body knows of the records that its method is called with; null of one that puts nothing in, or that nobody tells.</summary>
    public GivenBody? Of(MethodDefinition body) => Numbered.IsNeeded(body) ? _bodies[body] : null;

    /// <summary>As <see cref="Of"/>, whether or not anybody tells it.</summary>
    public GivenBody? OfAny(MethodDefinition body) => _bodies.TryGetValue(body, out GivenBody? given) ? given : null;

    /// <summary>The number of the methods that a call may come to, when they may put what they are given into a collection, or of what sends a message; null of any other instruction.</summary>
    public int? NumberToTell(Instruction call) => SendingCalls.Include(call) ? _tellsSending ? ContractNames.SendingNumber : null : NumberOfCalled(call) is { } number && Numbered.Contains(number) ? number : null;

    private static int? NumberOfCalled(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj && instruction.Operand is MethodReference { HasParameters: true } called ? MethodNumber.OfCalled(called, MethodNumber.OfDelegate) : null;

    // An iterator runs when others read it.
    private static MethodDefinition? BodyOf(MethodDefinition method)
    {
        if (StateMachine.IsIterator(method)) return null;
        return StateMachine.Of(method) is { } machine ? machine.Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext" && m.HasBody) : method;
    }
}
