using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

// Design: from the call forward, along the stack, through temporaries without a name, to the places that keep the value: a named local, a
// field, a property, the caller. A local (or a field that stands for one, in a closure or a state machine) that a woven operator of the same
// method takes as records is an intermediate result. A task is followed to its result. Reads by other methods, a closure's for one, do not count: they do not run here.

/// <summary>Finds under which name a collection or scalar that an operator gives is kept, if it is.</summary>
internal sealed class OutputNames(MethodIl il, StackFlow flow, IReadOnlyDictionary<Instruction, MappedOperator> operators, LocalNames locals, MethodNames methods)
{
    private readonly AwaitedResults _awaited = new(il, flow);

    /// <summary>The name of the output that <paramref name="call"/> gives; null when it gives none.</summary>
    public string? Find(Instruction call)
    {
        OperatorRow row = operators[call].Row;
        if (row is { Result: OperatorResult.Sequence or OperatorResult.InPlace } or { Rule: LineageRule.Control or LineageRule.Event }) return null;
        var search = new Search(this);
        if (row.Result == OperatorResult.Reordered) search.FollowReceiver(call);
        else search.Follow(call);
        return search.IsIntermediate ? null : search.Name;
    }

    private sealed class Search(OutputNames method)
    {
        private readonly HashSet<VariableDefinition> _temporaries = [];
        private readonly HashSet<string> _temporaryFields = [];
        private bool _isReordering;

        public string? Name { get; private set; }

        public bool IsIntermediate { get; private set; }

        // A collection that is put in order where it stands is an output from then on, under the name that it was read from or goes to.
        public void FollowReceiver(Instruction call)
        {
            _isReordering = true;
            if (method.ReceiverOf(call) is not { } producer || Operands.LoadedParameter(producer, method.Method) is not null) return;
            Name = ValueNames.Read(producer, method.Il, method.Locals);
            if (Operands.LoadedLocal(producer, method.Method) is { } local) IsIntermediate = method.LoadsOf(local).Any(FeedsOperator);
            else Follow(producer);
        }

        public void Follow(Instruction producer)
        {
            foreach (Use use in method.Uses(producer))
            {
                if (method.IsRecordArgument(use)) IsIntermediate |= Counts(use);
                else if (Operands.StoredLocal(use.Consumer, method.Method) is { } local) Keep(local, use.Consumer);
                else if (use.Consumer.OpCode.Code is Code.Stfld or Code.Stsfld) Keep((FieldReference)use.Consumer.Operand);
                else Name ??= method.ReceiverName(use);
            }
            foreach (Instruction result in method._awaited.Of(producer)) Follow(result);
        }

        private void Keep(VariableDefinition local, Instruction store)
        {
            if (method.NameOf(local, store) is { } name)
            {
                Name ??= name;
                IsIntermediate |= method.LoadsOf(local).Any(FeedsOperator);
            }
            else if (_temporaries.Add(local))
            {
                foreach (Instruction load in method.LoadsOf(local)) Follow(load);
            }
        }

        private void Keep(FieldReference field)
        {
            bool standsForLocal = GeneratedNames.IsGenerated(field.DeclaringType.Name);
            if (GeneratedNames.Variable(field.Name) is { } name) Name ??= name;
            else if (standsForLocal && _temporaryFields.Add(field.Name))
            {
                // What is awaited in a debug build waits in a field without a name.
                foreach (Instruction load in method.LoadsOf(field)) Follow(load);
            }
            if (standsForLocal) IsIntermediate |= method.LoadsOf(field).Any(FeedsOperator);
        }

        private bool FeedsOperator(Instruction load) => method.Uses(load).Any(use => method.IsRecordArgument(use) && Counts(use));

        // Among those who put a collection in order, each makes an output of it.
        private bool Counts(Use use) => !_isReordering || !method.IsReordered(use);
    }

    private MethodIl Il => il;

    private LocalNames Locals => locals;

    private MethodDefinition Method => il.Method;

    private IReadOnlyList<Use> Uses(Instruction producer) => flow.Uses(producer);

    private string? NameOf(VariableDefinition local, Instruction at) => locals.Of(local, at);

    private IEnumerable<Instruction> LoadsOf(VariableDefinition local) => il.Instructions.Where(i => Operands.LoadedLocal(i, il.Method) == local);

    private IEnumerable<Instruction> LoadsOf(FieldReference field) =>
        il.Instructions.Where(i => i.OpCode.Code is Code.Ldfld && i.Operand is FieldReference loaded && loaded.FullName == field.FullName);

    private Instruction? ReceiverOf(Instruction call) => flow.Producers(call, 0) is { Count: 1 } producers ? producers[0] : null;

    private bool IsReordered(Use use) => operators[use.Consumer].Row.Result == OperatorResult.Reordered;

    private bool IsRecordArgument(Use use) => operators.TryGetValue(use.Consumer, out MappedOperator? mapped) && mapped.RecordOperands.Contains(use.Operand);

    /// <summary>The property that a use sets, or the method that it returns from.</summary>
    private string? ReceiverName(Use use)
    {
        switch (use.Consumer.OpCode.Code)
        {
            case Code.Ret:
                return methods.IsMadeUp(il.Method) ? null : methods.Simple(il.Method);
            case Code.Call or Code.Callvirt when use.Consumer.Operand is MethodReference called:
                if (called.Name.StartsWith("set_", StringComparison.Ordinal) && called.Parameters.Count == 1 && use.Operand == (called.HasThis ? 1 : 0))
                    return called.Name.Substring("set_".Length);
                return IsAsyncReturn(called) && !methods.IsMadeUp(il.Method) ? methods.Simple(il.Method) : null;
            default:
                return null;
        }
    }

    private static bool IsAsyncReturn(MethodReference called) =>
        called.Name == "SetResult"
        && called.DeclaringType.Namespace == "System.Runtime.CompilerServices"
        && called.DeclaringType.Name is "AsyncTaskMethodBuilder`1" or "AsyncValueTaskMethodBuilder`1" or "PoolingAsyncValueTaskMethodBuilder`1";
}
