using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Weft.AspNetCore;

/// <summary>Adds Weft to an application of ASP.NET Core.</summary>
public static class WeftApplication
{
    /// <summary>Handles each request in an execution unit of its own, in front of all other middleware, and lets the clients of <c>IHttpClientFactory</c> say what their requests are about.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <remarks>The package does this by a hosting startup where the host has them; doing it again does nothing.</remarks>
    public static IServiceCollection AddWeft(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ImplementationType == typeof(WeftStartupFilter))) return services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, WeftStartupFilter>());
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(static () => new LineageHandler()));
        return services;
    }

    /// <summary>Handles each request from here on in an execution unit of its own: for applications that are put together by hand, without <see cref="AddWeft"/>.</summary>
    /// <param name="application">The application.</param>
    /// <returns><paramref name="application"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="application"/> is null.</exception>
    public static IApplicationBuilder UseWeft(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        const string Used = "Weft.AspNetCore";
        if (!application.Properties.TryAdd(Used, true)) return application;
        return application.UseMiddleware<WeftMiddleware>();
    }
}

/// <summary>Puts the middleware in front of all others.</summary>
internal sealed class WeftStartupFilter : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.UseWeft();
        next(application);
    };
}
