using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

/// <summary>Pass: the methods and lambdas that are delegates of dataflow blocks, or that requests come to, and that put records in.</summary>
// Design: which record such a method is given is found in the execution unit, wherever it was called from. So it is enough to know that it may be such a delegate: one made in a method that makes a block, or maps requests.
internal sealed class FollowedHandlers
{
    private const string Blocks = "System.Threading.Tasks.Dataflow";

    private readonly Dictionary<MethodDefinition, HandlerBody> _bodies = [];

    public static FollowedHandlers Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers)
    {
        var handlers = new FollowedHandlers();
        HashSet<MethodDefinition>? woven = null;
        foreach (MethodDefinition method in methods)
        {
            if (Endpoints.IsAction(method)) Add(method, isOfRequest: true);
            bool maps = method.Body.Instructions.Any(Endpoints.IsMapped);
            if (!maps && !method.Body.Instructions.Any(MakesBlock)) continue;
            foreach (Instruction instruction in method.Body.Instructions)
                if (instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && ((MethodReference)instruction.Operand).Resolve() is { HasBody: true } handler) Add(handler, maps);
        }
        return handlers;

        bool Puts(Instruction instruction) => handOvers.Find(instruction) is { IsPut: true };

        bool MayHandOn(Instruction instruction) => Puts(instruction) || Fill.IsPutByCall(instruction) || IsOfModule(instruction);

        void Add(MethodDefinition handler, bool isOfRequest)
        {
            if (StateMachine.IsIterator(handler)) return;
            MethodDefinition body = StateMachine.Of(handler)?.Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext") ?? handler;
            if ((woven ??= [.. methods]).Contains(body) && body.Body.Instructions.Any(isOfRequest ? MayHandOn : Puts)) handlers._bodies[body] = isOfRequest ? new HandlerBody(new GivenBody(body, handler, number: 0)) : HandlerBody.OfBlock;
        }
    }

    // A request's handler mostly gives what it was sent to a method that keeps it.
    private static bool IsOfModule(Instruction instruction) => instruction.Operand is MethodReference { HasParameters: true } called && called.DeclaringType.GetElementType().Scope is ModuleDefinition;

    /// <summary>Whether a method is the body of such a delegate.</summary>
    public bool IsHandler(MethodDefinition method) => _bodies.ContainsKey(method);

    /// <summary>What such a body is given; null of any other method.</summary>
    public HandlerBody? Of(MethodDefinition method) => _bodies.TryGetValue(method, out HandlerBody? body) ? body : null;

    private static bool MakesBlock(Instruction instruction) => instruction.OpCode.Code == Code.Newobj
        && instruction.Operand is MethodReference { DeclaringType: GenericInstanceType { ElementType: { Namespace: Blocks, Name: "ActionBlock`1" or "TransformBlock`2" or "TransformManyBlock`2" } } };
}
