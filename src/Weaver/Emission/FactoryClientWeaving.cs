using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning.Messages;

namespace Weft.Fody.Emission;

/// <summary>Weaves what configures the clients of a factory: as if the program had added the handler itself, in front of all others.</summary>
internal sealed class FactoryClientWeaving(MethodIl il, WovenRuntime runtime, WovenCalls calls)
{
    public void Weave(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        TypeReference services = called.DeclaringType;
        bool isOfName = called.ReturnType.FullName == FactoryClient.Builder;
        TypeReference builder = isOfName ? called.ReturnType : new TypeReference(services.Namespace, "IHttpClientBuilder", il.Method.Module, services.Scope);
        MethodReference handlers = calls.To(runtime.LineageHandlers, []);
        var add = new MethodReference("AddHttpMessageHandler", builder, new TypeReference(services.Namespace, FactoryClient.BuilderExtensions, il.Method.Module, services.Scope))
        {
            Parameters = { new ParameterDefinition(builder), new ParameterDefinition(handlers.ReturnType) },
        };
        Instruction[] adding = [Instruction.Create(OpCodes.Call, handlers), Instruction.Create(OpCodes.Call, add)];
        if (isOfName)
        {
            il.Append(call, adding);
            return;
        }
        // The services without a name: the clients that have none.
        var ofName = new MethodReference("AddHttpClient", builder, services) { Parameters = { new ParameterDefinition(called.ReturnType), new ParameterDefinition(il.Method.Module.TypeSystem.String) } };
        il.Append(call, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldstr, ""), Instruction.Create(OpCodes.Call, ofName), .. adding, Instruction.Create(OpCodes.Pop)]);
    }
}
