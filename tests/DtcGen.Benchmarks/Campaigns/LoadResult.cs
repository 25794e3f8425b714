namespace DtcGen.Benchmarks;

/// <summary>The inference app after so many requests.</summary>
/// <param name="Requests">Requests so far.</param>
/// <param name="SlowClients">Connections that at the same time send a request of theirs byte by byte.</param>
/// <param name="RequestsPerSecond">Answers with 200 per second, of the requests since the row before.</param>
/// <param name="OtherAnswers">Answers other than 200 among these.</param>
/// <param name="SlowEnded">Slow connections that the server ended, with 408 or without an answer, or that got their answer.</param>
/// <param name="ResidentMegabytes">What the server's process holds in memory, in 2^20 bytes.</param>
internal sealed record LoadResult(
    int Requests, int SlowClients, double RequestsPerSecond, int OtherAnswers, int SlowEnded, double ResidentMegabytes);
