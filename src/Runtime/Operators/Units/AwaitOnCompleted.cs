using System.Runtime.CompilerServices;
using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, builder.Task);
    }

    /// <summary>The woven form of <c>AsyncTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, builder.Task);
    }

    /// <summary>The woven form of <c>AsyncValueTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>AsyncValueTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>PoolingAsyncValueTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>PoolingAsyncValueTaskMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>AsyncVoidMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, null);
    }

    /// <summary>The woven form of <c>AsyncIteratorMethodBuilder.AwaitUnsafeOnCompleted</c>: the flow waits.</summary>
    public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, stateMachine);
    }

    /// <summary>The woven form of <c>AsyncTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, builder.Task);
    }

    /// <summary>The woven form of <c>AsyncTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, builder.Task);
    }

    /// <summary>The woven form of <c>AsyncValueTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>AsyncValueTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>PoolingAsyncValueTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>PoolingAsyncValueTaskMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, ValueTaskSource.Of(builder.Task));
    }

    /// <summary>The woven form of <c>AsyncVoidMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, null);
    }

    /// <summary>The woven form of <c>AsyncIteratorMethodBuilder.AwaitOnCompleted</c>: the flow waits.</summary>
    public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
        where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        ExecutionUnit? unit = ThreadFlows.Leave<TLineage, TAwaiter>(ref awaiter, isResumed, site);
        builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        if (unit is not null) ThreadFlows.Left(unit, stateMachine);
    }
}
