// The namespace of what starts tests in processes of their own; those tests are left out, and only the time that others wait by is asked for.
namespace Microsoft.DotNet.RemoteExecutor
{
    internal static class RemoteExecutor
    {
        internal const int FailWaitTimeoutMilliseconds = 60 * 1000;
    }
}
